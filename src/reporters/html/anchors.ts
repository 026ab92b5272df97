import type { FindingGroup } from '../finding-groups.ts';

/** Ids to link to; the same in every run, so that a link from a ticket keeps its meaning. */
export function operationAnchor(operation: string): string {
  return `op-${slug(operation)}`;
}

export function exchangeAnchor(exchange: string): string {
  return `exchange-${slug(exchange)}`;
}

export function findingAnchor({ operation, id }: FindingGroup): string {
  return `finding-${slug(operation)}-${slug(id)}`;
}

/**
 * By id of a group, anchors of its findings that no group is named for: a ticket may hold any fingerprint, and what
 * several groups share leads to the first of them.
 */
export function memberAnchors(groups: readonly FindingGroup[]): ReadonlyMap<string, readonly string[]> {
  const taken = new Set(groups.map(({ id }) => id));
  const anchors = new Map<string, readonly string[]>();
  for (const { operation, id, places } of groups) {
    const own = new Set(places.map(({ fingerprint }) => fingerprint).filter((each) => !taken.has(each)));
    for (const fingerprint of own) taken.add(fingerprint);
    anchors.set(
      id,
      [...own].map((fingerprint) => fingerprintAnchor(operation, fingerprint)),
    );
  }
  return anchors;
}

/** Every fingerprint of an operation has one: as the id of its group, or among the anchors of its members. */
export function fingerprintAnchor(operation: string, fingerprint: string): string {
  return `finding-${slug(operation)}-${slug(fingerprint)}`;
}

function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/gu, '-');
}

export function defectAnchor(defect: string): string {
  return `defect-${slug(defect)}`;
}

export function documentAnchor(document: string): string {
  return `document-${slug(document)}`;
}
