import type { FindingGroup } from '../finding-groups.ts';

/** Ids to link to; the same in every run, so that a link from a ticket keeps its meaning. */
export function operationAnchor(operation: string): string {
  return `op-${slug(operation)}`;
}

export function exchangeAnchor(exchange: string): string {
  return `exchange-${slug(exchange)}`;
}

export function findingAnchor({ operation, finding }: FindingGroup): string {
  return `finding-${slug(operation)}-${finding.fingerprint}`;
}

/** Every other finding of the group can be linked to as well: a ticket may hold any of their fingerprints. */
export function otherFindingAnchors({ operation, finding, places }: FindingGroup): readonly string[] {
  const others = new Set(places.map((place) => place.fingerprint));
  others.delete(finding.fingerprint);
  return [...others].map((fingerprint) => `finding-${slug(operation)}-${fingerprint}`);
}

function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/gu, '-');
}

export function documentAnchor(document: string): string {
  return `document-${slug(document)}`;
}
