import type { FindingHistory } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { plural } from './tally.ts';

/** What the runs before this one tell, where they decide on the gate; empty where none are kept. */
export function historyLines({ history }: Report): readonly string[] {
  if (history === undefined) return [];
  const { runs, flickering, unverified } = history;
  return [
    `History: ${plural(runs.length, 'run')} kept, since ${runs[0]?.startedAt.slice(0, 10) ?? 'today'}`,
    ...flickering.map((one) => `flickers: ${seenLabel(one)}, too seldom to keep the gate shut`),
    ...unverified.map(
      ({ operation, last }) =>
        `not verified lately: ${operation}, ${last === null ? 'never proven' : `last proven ${last.slice(0, 10)}`}`,
    ),
  ];
}

/** Of a finding: how often, and since when. */
export function seenLabel({ operation, fingerprint, times, of, firstSeen }: FindingHistory): string {
  return `${operation} ${fingerprint}, seen in ${times} of ${plural(of, 'run')} since ${firstSeen.slice(0, 10)}`;
}
