import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { type CauseGroup, groupReportCauses } from '../cause-groups.ts';
import { groupFindings } from '../finding-groups.ts';
import { groupReasons } from '../reason-groups.ts';
import { plural } from '../tally.ts';
import { findingAnchor, memberAnchors, operationAnchor } from './anchors.ts';
import { itemOf } from './facets.ts';
import { FindingCard } from './finding-card.tsx';
import { OutcomePill } from './pills.tsx';

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

function ReasonList({ report }: { readonly report: Report }): VNode | null {
  const groups = groupReasons(report);
  if (groups.length === 0) return null;
  return (
    <section id="not-proven" aria-labelledby="not-proven-title">
      <h2 id="not-proven-title">What could not be proven</h2>
      <ul class="list">
        {groups.map(({ outcome, operation, reason, blame, cases }) => (
          <li
            key={`${outcome} ${operation} ${reason}`}
            {...itemOf('reason', {
              operation,
              outcome,
              level: cases.map(({ level }) => level),
              judge: cases.map(({ judge }) => judge),
              blame: blame ?? '',
            })}
          >
            <span class="tags">
              <OutcomePill outcome={outcome} />
            </span>
            <span>
              {reason}{' '}
              <span class="quiet">
                <a href={`#${operationAnchor(operation)}`}>{operation}</a>, {plural(cases.length, 'case')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
