import type { FilePlace } from '../model/file-place.ts';
import type { Report } from '../model/report.ts';
import type { FindingGroup } from './finding-groups.ts';

/** Where to point a reader to: what the finding was judged by, or else where its operation is described. */
export function groupLocation(report: Report, { finding, operation }: FindingGroup): FilePlace | undefined {
  return finding.location ?? report.operations.find((each) => each.operation === operation)?.location;
}
