import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { groupReportFindings } from '../finding-groups.ts';
import { findingDifference, occurrenceLabel } from '../finding-sentence.ts';
import { groupReasons } from '../reason-groups.ts';
import { plural } from '../tally.ts';
import { findingAnchor, operationAnchor } from './anchors.ts';
import { BlamePill, LevelPill, OutcomePill } from './pills.tsx';

/** What differs and what could not be proven, in one list each: the way to the causes. */
export function Differences({ report }: { readonly report: Report }): VNode {
  return (
    <>
      <FindingList report={report} />
      <ReasonList report={report} />
    </>
  );
}

function FindingList({ report }: { readonly report: Report }): VNode | null {
  const groups = groupReportFindings(report);
  if (groups.length === 0) return null;
  return (
    <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">What differs, weightiest first</h2>
      <ol class="list">
        {groups.map((group) => (
          <li key={findingAnchor(group)}>
            <span class="tags">
              <LevelPill level={group.finding.level} />
              <BlamePill blame={group.finding.blame} />
            </span>
            <span>
              <a href={`#${findingAnchor(group)}`}>{group.title}</a> {findingDifference(group)}{' '}
              <span class="quiet">
                {[group.operation, occurrenceLabel(group)].filter((part) => part !== '').join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ReasonList({ report }: { readonly report: Report }): VNode | null {
  const groups = groupReasons(report);
  if (groups.length === 0) return null;
  return (
    <section id="not-proven" aria-labelledby="not-proven-title">
      <h2 id="not-proven-title">What could not be proven</h2>
      <ul class="list">
        {groups.map(({ outcome, operation, reason, cases }) => (
          <li key={`${outcome} ${operation} ${reason}`}>
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
