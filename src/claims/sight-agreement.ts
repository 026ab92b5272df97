import { instantOf } from '../model/instant.ts';
import type { Json } from '../model/json.ts';
import { locate } from '../model/json-pointer.ts';
import type { Agreement } from '../model/operation.ts';
import { pairPlaces } from '../model/paired-places.ts';
import {
  against,
  bodyOf,
  isAboutAnswer,
  type JudgedEvidence,
  judgedCaseOf,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';

/** What an answer shows of two of its places that have to agree. */
export function sightAgreement(agreement: Agreement, evidence: JudgedEvidence): Sighting {
  const judged = judgedCaseOf(evidence, agreement.kind === 'order' ? 'instant-order' : 'value-agreement');
  if ('unjudged' in judged) return silent(judged.unjudged);
  const at = placeOf(agreement);
  const finding = judged.findings.find(
    (one) => isAboutAnswer(one, at, agreement.source) && isOf(agreement, one),
  );
  if (finding !== undefined) return against(evidence, finding);
  if (isCompared(agreement, bodyOf(evidence))) return shown(evidence);
  return silent('the two places were not both there', 1);
}

function placeOf(agreement: Agreement): string {
  return agreement.kind === 'key' ? `${agreement.members}${agreement.at}` : agreement.at;
}

/** Of one instant it may be said twice what it follows. */
function isOf(agreement: Agreement, { expected }: { readonly expected: string }): boolean {
  return agreement.kind !== 'order' || expected.endsWith(` as ${agreement.notBefore}`);
}

/** Does a body have both places, with values that can be compared? */
export function isCompared(agreement: Agreement, body: Json | undefined): boolean {
  const at = placeOf(agreement);
  switch (agreement.kind) {
    case 'key':
      return locate(body, at).length > 0;
    case 'value':
      return pairPlaces(body, at, agreement.equals).length > 0;
    case 'order':
      return pairPlaces(body, at, agreement.notBefore).some(
        ({ place, other }) => instantOf(place.value) !== undefined && instantOf(other.value) !== undefined,
      );
  }
}
