import type { ReportedObservation } from '../model/observation.ts';
import type { Report } from '../model/report.ts';
import { plural } from './tally.ts';

const NAMED = 10;

/** What was looked at where nothing was sent, and what could not be judged; empty of a run. */
export function observationLines({ observation, operations }: Report): readonly string[] {
  if (observation === undefined) return [];
  const { unmatched, unread, unreadTotal } = observation;
  return [
    ...observedSentences(observation, operations),
    ...unmatched
      .slice(0, NAMED)
      .map(
        ({ method, path, reason, times }) =>
          `not documented: ${method} ${path} (${plural(times, 'time')}): ${reason}`,
      ),
    ...more(unmatched.length, 'request'),
    ...unread.slice(0, NAMED).map(({ at, reason }) => `not read: ${at}: ${reason}`),
    ...more(unreadTotal, 'part'),
  ];
}

/** How much was looked at, and by which judges. */
export function observedSentences(
  { exchanges, matched, leftOut, unmatchedTotal }: ReportedObservation,
  operations: Report['operations'],
): readonly string[] {
  const others = leftOut === 0 ? '' : `, ${leftOut} of operations that were not asked for`;
  const described = operations.reduce((sum, { observed }) => sum + (observed?.described ?? 0), 0);
  const held = operations.reduce((sum, { observed }) => sum + (observed?.heldAgainstContract ?? 0), 0);
  return [
    `Of ${plural(exchanges, 'observed exchange')} ${matched} were judged, ${unmatchedTotal} are of no documented operation${others}.`,
    ...(described === 0
      ? []
      : [
          `Of ${described} that a contract describes, ${held} were held against it; the others were judged by schema and checks.`,
        ]),
  ];
}

function more(count: number, noun: string): readonly string[] {
  return count > NAMED ? [`… and ${plural(count - NAMED, `more ${noun}`)}`] : [];
}
