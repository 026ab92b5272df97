import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { type CauseGroup, groupReportCauses } from '../cause-groups.ts';
import { groupFindings } from '../finding-groups.ts';
import { findingAnchor, memberAnchors } from './anchors.ts';
import { FindingCard } from './finding-card.tsx';
import { ReasonList } from './reason-list.tsx';

/** The first few are read at once; the others wait to be opened. */
const OPEN = 3;

/** What differs and what could not be proven: one entry a cause, however often it was seen. */
export function Differences({ report }: { readonly report: Report }): VNode {
  return (
    <>
      <FindingList report={report} />
      <ReasonList report={report} />
    </>
  );
}

function FindingList({ report }: { readonly report: Report }): VNode | null {
  const causes = groupReportCauses(report);
  if (causes.length === 0) return null;
  const operations = new Map(report.operations.map((operation) => [operation.operation, operation]));
  const anchors = new Map(
    report.operations.map((operation) => [operation.operation, memberAnchors(groupFindings(operation))]),
  );
  return (
    <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">What differs, weightiest first</h2>
      {causes.map((cause, index) => {
        const operation = operations.get(cause.operation);
        return operation === undefined ? null : (
          <FindingCard
            key={findingAnchor(cause.groups[0])}
            report={report}
            operation={operation}
            cause={cause}
            members={membersOf(cause, anchors.get(cause.operation))}
            isOpen={index < OPEN}
          />
        );
      })}
    </section>
  );
}

/** A ticket may hold the fingerprint of any of its findings. */
function membersOf(
  { groups }: CauseGroup,
  anchors: ReadonlyMap<string, readonly string[]> | undefined,
): readonly string[] {
  const [, ...others] = groups;
  return [...others.map(findingAnchor), ...groups.flatMap(({ id }) => anchors?.get(id) ?? [])];
}
