import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { startPactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Effect } from '../model/operation.ts';
import type { Report, ReportedPact } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import type { Waiver } from '../model/waiver.ts';
import { type Observation, type ObservationOptions, startObservation } from '../observed/observation.ts';
import type { Masker } from '../privacy/masker.ts';
import { type Observing, startObserving } from '../proxy/start-observing.ts';
import { type RunningProxy, startProxy } from '../proxy/start-proxy.ts';
import { openTrafficJournal } from '../proxy/traffic-journal.ts';
import { checksOf } from '../run/checks-of.ts';
import { rewriteJournal } from '../targets/rewrite-journal.ts';
import type { ChosenReporter } from './choose-reporters.ts';
import type { OpenDestinations } from './open-destinations.ts';
import { EVIDENCE_FILE } from './resume-run.ts';
import { TOOL_NAME, toolVersion } from './tool-version.ts';
import { watchSignals } from './watch-signals.ts';
import { writeReports } from './write-reports.ts';
import { createRunFolder } from './write-run.ts';

export interface Between {
  readonly suite: Suite;
  /** What the user's own pacts came to. */
  readonly pacts: readonly ReportedPact[] | undefined;
  readonly open: OpenDestinations;
  readonly masker: Masker;
  readonly reporters: readonly ChosenReporter[];
  readonly waivers: readonly Waiver[];
}

export interface StandingOptions {
  readonly port: number;
  /** Alone, without its name in the path. */
  readonly vendor?: string;
  readonly enforce: boolean;
  readonly allowEffects?: readonly Effect[];
  readonly contractSample: number;
  readonly gate: Level;
  readonly today?: string;
  readonly out: string;
}

/** Beyond this the evidence grows no more, though what passes is judged and counted. */
const MOST_EVIDENCE_BYTES = 256 * 1024 * 1024;

/** Stands there until it is told to end: SIGHUP writes a report, SIGINT and SIGTERM write the last one. */
export async function standBetween(between: Between, options: StandingOptions): Promise<number> {
  const { masker, open, pacts } = between;
  const startedAt = new Date();
  const id = `${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-proxy`;
  const folder = createRunFolder(options.out, id);
  const evidence = join(folder, EVIDENCE_FILE);
  const journal = openTrafficJournal(evidence, MOST_EVIDENCE_BYTES, masker.scan);
  const matcher = options.contractSample === 0 ? undefined : await startPactMatcher();
  const { suite } = between;
  const ground = { suite, checks: checksOf(suite), matcher, masker, baseUrls: baseUrlsOf(open) };
  const observation = startObservation(ground, observationOptions(between, options));
  const observing = startObserving({
    ...{ ground, observation, journal },
    enforces: options.enforce,
    allowedEffects: options.allowEffects,
  });
  const write = (): Report => {
    const judged = observation.report(headerOf(id, startedAt, between, options));
    const report = masker.again({ ...judged, ...(pacts && { pacts }) });
    writeReports(report, between.reporters, { folder, out: options.out, scan: masker.scan });
    return report;
  };
  const signals = watchSignals();
  try {
    const server = await serve(open, observing, options);
    process.stdout.write(`${describe(server, open)}\n`);
    await signals.untilEnd(async () => {
      await observing.settled();
      write();
    });
    await server.close();
    await observing.close();
    return write().exitCode;
  } finally {
    signals.stop();
    await matcher?.close();
    journal.close();
    rewriteJournal(evidence, masker.again);
  }
}

function observationOptions(
  { waivers }: Between,
  { contractSample, today }: StandingOptions,
): ObservationOptions {
  return { waivers, contractSample, ...(today !== undefined && { today }) };
}

async function serve(
  { destinations }: OpenDestinations,
  { onlooker }: Observing,
  { port, vendor }: StandingOptions,
): Promise<RunningProxy> {
  try {
    return await startProxy({ destinations, isAlone: vendor !== undefined, port, onlooker });
  } catch (error) {
    throw userErrors.portUnavailable(port, error instanceof Error ? error.message : String(error));
  }
}

function headerOf(
  id: string,
  startedAt: Date,
  { open: { name, faults } }: Between,
  { gate }: StandingOptions,
): Parameters<Observation['report']>[0] {
  const durationMs = Math.max(0, Date.now() - startedAt.getTime());
  return {
    tool: { name: TOOL_NAME, version: toolVersion() },
    run: { id, startedAt: startedAt.toISOString(), durationMs, interrupted: false },
    target: { kind: 'proxy', name, faults },
    gate,
  };
}

function baseUrlsOf({ destinations }: OpenDestinations): Readonly<Record<string, string>> {
  return Object.fromEntries(destinations.map(({ vendor, base }) => [vendor, base.href]));
}

function describe(server: RunningProxy, open: OpenDestinations): string {
  const ending = `Press Ctrl-C to end with a report; "kill -HUP ${process.pid}" writes one meanwhile.`;
  return [...open.describe((vendor) => server.baseUrl(vendor)), ending].join('\n');
}
