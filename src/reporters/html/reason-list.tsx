import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { groupReasons, type ReasonGroup } from '../reason-groups.ts';
import { plural } from '../tally.ts';
import { operationAnchor } from './anchors.ts';
import { itemOf } from './facets.ts';
import { OutcomePill } from './pills.tsx';

type SameReason = readonly [ReasonGroup, ...ReasonGroup[]];

/** What could not be proven: one entry a reason, whatever operations it stood in the way of. */
export function ReasonList({ report }: { readonly report: Report }): VNode | null {
  const reasons = sameReasons(groupReasons(report));
  if (reasons.length === 0) return null;
  return (
    <section id="not-proven" aria-labelledby="not-proven-title">
      <h2 id="not-proven-title">What could not be proven</h2>
      <ul class="list">
        {reasons.map((groups) => (
          <Reason key={`${groups[0].outcome} ${groups[0].reason} ${groups[0].blame}`} groups={groups} />
        ))}
      </ul>
    </section>
  );
}

function Reason({ groups }: { readonly groups: SameReason }): VNode {
  const [{ outcome, reason, blame }] = groups;
  const cases = groups.flatMap((group) => group.cases);
  return (
    <li
      {...itemOf('reason', {
        operation: groups.map(({ operation }) => operation),
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
          {groups.map(({ operation, cases: own }, index) => (
            <span key={operation}>
              {index === 0 ? '' : '; '}
              <a href={`#${operationAnchor(operation)}`}>{operation}</a>, {plural(own.length, 'case')}
            </span>
          ))}
        </span>
      </span>
    </li>
  );
}

function sameReasons(groups: readonly ReasonGroup[]): readonly SameReason[] {
  const same = new Map<string, SameReason>();
  for (const group of groups) {
    const key = JSON.stringify([group.outcome, group.reason, group.blame]);
    const known = same.get(key);
    same.set(key, known === undefined ? [group] : [...known, group]);
  }
  return [...same.values()];
}
