import type { PactNote, ReportedPact } from '../model/report.ts';

const KINDS = {
  'not-documented': 'relied on, not documented',
  'taken-as': 'taken as',
  pending: 'pending, not judged',
} as const satisfies Record<PactNote['kind'], string>;

/** A pact of the user's own, and a line for each place of it that somebody ought to know of. */
export interface PactNotes {
  readonly pact: string;
  readonly notes: readonly string[];
}

export function pactNotes(pacts: readonly ReportedPact[] = []): readonly PactNotes[] {
  return pacts.map(({ consumer, vendor, from, specification, judged, notes }) => ({
    pact: `${consumer} with ${vendor}: ${judged} judged of ${from} (${specification})`,
    notes: notes.map(
      ({ kind, place, interaction, says }) =>
        `${KINDS[kind]}: ${interaction}: ${says}${place === '' ? '' : ` (#${place})`}`,
    ),
  }));
}
