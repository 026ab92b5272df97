import { exchangesOf, type FindingGroup } from './finding-groups.ts';

/** Ids of the cases that a finding made fail. */
export function groupCases(group: FindingGroup): readonly string[] {
  return exchangesOf(group).map((exchange) => `${exchange}/${group.finding.check}`);
}
