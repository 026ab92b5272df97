import { createContext } from 'preact';
import type { GateFinding, OperationReport, Report } from '../../model/report.ts';
import { type CauseGroup, groupCauses } from '../cause-groups.ts';
import { curlCommand } from '../dossier/curl-command.ts';
import { deviationsOf } from '../dossier/deviation.ts';
import { dossierMarkdown } from '../dossier/dossier-markdown.ts';
import { exchangesOf, type FindingGroup } from '../finding-groups.ts';
import { inertText } from '../inert-text.ts';
import { waiverEntries } from '../waiver-entry.ts';

/** What a reader takes out of the page about one cause; each is undefined where there is nothing to take. */
export interface HandOver {
  readonly curl: string | undefined;
  readonly waiver: string | undefined;
  /** A dossier for each check that saw it, in one text. */
  readonly ticket: string | undefined;
}

/** By operation and first group, as an inert report names them. */
type HandOvers = ReadonlyMap<string, HandOver>;

/** Written from the report as it was, for their commands must send its very bytes; the page knows an inert copy. */
export const HandOverTexts = createContext<HandOvers>(new Map());

export function handOverTexts(report: Report): HandOvers {
  const tickets = new Map(
    deviationsOf(report).map((deviation) => [
      handOverKey(deviation.group),
      dossierMarkdown(report, deviation),
    ]),
  );
  return new Map(
    report.operations.flatMap((operation) =>
      groupCauses(operation).map((cause) => [
        handOverKey(cause.groups[0]),
        {
          curl: curlOf(operation, cause),
          waiver: waiverOf(report, operation, cause),
          ticket: ticketOf(cause, tickets),
        },
      ]),
    ),
  );
}

export function handOverKey({ operation, id }: FindingGroup): string {
  return inertText(`${operation} ${id}`);
}

function ticketOf({ groups }: CauseGroup, tickets: ReadonlyMap<string, string>): string | undefined {
  const texts = groups.flatMap((group) => tickets.get(handOverKey(group)) ?? []);
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function curlOf({ exchanges, vendor }: OperationReport, { groups: [first] }: CauseGroup): string | undefined {
  const [id] = exchangesOf(first);
  const exchange = exchanges.find((each) => each.id === id);
  return exchange && curlCommand(exchange.request, vendor).lines.join('\n');
}

function waiverOf(
  report: Report,
  { operation, cases }: OperationReport,
  { groups }: CauseGroup,
): string | undefined {
  const meant = new Set(groups.flatMap(({ places }) => places.map(({ fingerprint }) => fingerprint)));
  const details = new Map<string, GateFinding>();
  for (const { fingerprint, detail, waiver } of cases.flatMap(({ findings }) => findings)) {
    if (!meant.has(fingerprint) || waiver !== undefined) continue;
    details.set(`${fingerprint} ${detail}`, { operation, fingerprint, detail });
  }
  return details.size === 0 ? undefined : waiverEntries(report, [...details.values()]);
}
