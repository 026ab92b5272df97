import type { ReportedPact } from '../model/report.ts';
import { pactNotes } from '../reporters/pact-notes.ts';

/** The user's own pacts for a person: what of each is judged, and what is to be known of the rest. */
export function describePacts(pacts: readonly ReportedPact[]): string {
  const blocks = pactNotes(pacts).flatMap(({ pact, notes }) => [pact, ...notes.map((note) => `  - ${note}`)]);
  return ['Pacts of your own:', ...blocks, ''].join('\n');
}
