import type { WaiverNote } from '../model/waiver.ts';

/** Who excuses a finding, until when, where it is followed up and why. */
export function waiverSentence({ owner, expires, ticket, reason }: WaiverNote): string {
  return `waived by ${owner} until ${expires} (${ticket}): ${reason}`;
}
