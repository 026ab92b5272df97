import type { Case } from '../model/finding.ts';
import type { WaiverNote } from '../model/waiver.ts';

/** Who excuses a finding, until when, where it is followed up and why. */
export function waiverSentence({ owner, expires, ticket, reason }: WaiverNote): string {
  return `waived by ${owner} until ${expires} (${ticket}): ${reason}`;
}

/** The same of every finding of a case, each once. */
export function waiversOfCase({ findings }: Case): string {
  const notes = findings.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiverSentence(waiver)]));
  return [...new Set(notes)].join('; ');
}
