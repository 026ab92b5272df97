// Writes reports/sample: one run with two planted faults, with everything that differs from run to run made still.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checks } from '../src/generated/checks.ts';
import { contracts } from '../src/generated/contracts.ts';
import { reporters } from '../src/generated/reporters.ts';
import { startPactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import type { Report } from '../src/model/report.ts';
import type { Reporter } from '../src/reporters/reporter.ts';
import { conductRun } from '../src/run/conduct-run.ts';
import mockTarget from '../src/targets/mock.target.ts';

const FAULTS = ['acquire.message-wrong-sender-type', 'genesys.notifications-without-messages'];
const TIMEOUT_MS = 1000;
const STARTED_AT = '2026-01-05T09:00:00.000Z';
const ADDRESS = 'http://127.0.0.1:40100';
const DATE = 'Mon, 05 Jan 2026 09:00:00 GMT';

/** Files of the sample by name. */
export async function sampleReport(): Promise<ReadonlyMap<string, string>> {
  const report = stilled(await runOnce());
  const formats: readonly Reporter[] = reporters;
  return new Map(
    formats.flatMap((format) =>
      format.file === null
        ? []
        : [[format.file, format.render(report, { colour: false, columns: 100 })] as const],
    ),
  );
}

async function runOnce(): Promise<Report> {
  const suite = loadSuite(ownFolders(), contracts);
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const target = await mockTarget.open({
    specs: suite.specs,
    timeoutMs: TIMEOUT_MS,
    faults: FAULTS,
    readings: {},
  });
  const matcher = await startPactMatcher();
  try {
    return await conductRun({
      ...{ suite, operations, checks, target, matcher },
      header: () => ({
        tool: { name: 'livechat-conformance', version: '0.1.0' },
        run: { id: 'sample', startedAt: STARTED_AT, durationMs: 1500, interrupted: false },
        gate: 'must',
      }),
    });
  } finally {
    await matcher.close();
    await target.close();
  }
}

/** Ports, dates and durations are the only things a second run has otherwise. */
function stilled(report: Report): Report {
  const text = JSON.stringify(report, (key, value: unknown) =>
    key === 'responseMs' || key === 'afterMs' ? 1 : value,
  )
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, ADDRESS)
    .replaceAll(/\["date","[^"]+"\]/g, `["date","${DATE}"]`)
    .replaceAll(/"planHash":"[0-9a-f]+"/g, `"planHash":"${'0'.repeat(64)}"`);
  return JSON.parse(text) as Report;
}

async function main(): Promise<void> {
  const folder = resolve(import.meta.dirname, '../reports/sample');
  const files = await sampleReport();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
