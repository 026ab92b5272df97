import type { VNode } from 'preact';
import type { OperationReport, Report } from '../../model/report.ts';
import type { CauseGroup } from '../cause-groups.ts';
import { exchangesOf } from '../finding-groups.ts';
import { findingDifference, occurrenceLabel } from '../finding-sentence.ts';
import { plural } from '../tally.ts';
import { waiverSentence } from '../waiver-sentence.ts';
import { exchangeAnchor, findingAnchor, operationAnchor } from './anchors.ts';
import { consumersOf } from './consumers-of.ts';
import { Evidence } from './evidence.tsx';
import { itemOf } from './facets.ts';
import { Fact } from './fact.tsx';
import { HandOver } from './hand-over.tsx';
import { BlamePill, LevelPill, OutcomePill } from './pills.tsx';

interface Props {
  readonly report: Report;
  readonly operation: OperationReport;
  readonly cause: CauseGroup;
  /** Ids under which its other findings can be linked to. */
  readonly members: readonly string[];
  readonly isOpen: boolean;
}

/** One cause, from what differs to what next. */
export function FindingCard({ report, operation, cause, members, isOpen }: Props): VNode {
  const [first] = cause.groups;
  const isWaived = first.finding.waiver !== undefined;
  return (
    <details
      class={`finding ${isWaived ? 'is-waived' : `level-${first.finding.level}`}`}
      open={isOpen}
      {...itemOf('finding', {
        operation: cause.operation,
        verdict: operation.verdict,
        level: cause.groups.map(({ finding }) => finding.level),
        blame: first.finding.blame,
        judge: cause.groups.map(({ judge }) => judge),
        outcome: isWaived ? 'waived' : 'failed',
        consumer: consumersOf(operation, cause),
      })}
    >
      <summary>
        <CardHead cause={cause} isWaived={isWaived} since={sinceWhen(report, cause)} />
      </summary>
      {/* Inside, not on the element itself: a link then opens it, without a script. */}
      {[findingAnchor(first), ...members].map((id) => (
        <span key={id} id={id} class="anchor" />
      ))}
      <p class="next">
        <strong>{isWaived ? 'Excused for now:' : 'Next:'}</strong>{' '}
        {first.finding.waiver === undefined ? first.finding.next : waiverSentence(first.finding.waiver)}
      </p>
      <Evidence report={report} operation={operation} cause={cause} />
      <HandOver cause={cause} />
      <Particulars cause={cause} />
    </details>
  );
}

/** How long it is known, by the history of its first finding that has one of more than this run. */
function sinceWhen({ history }: Report, { operation, groups }: CauseGroup): string {
  const known = new Set(groups.flatMap(({ places }) => places.map(({ fingerprint }) => fingerprint)));
  const past = history?.findings.find(
    (one) => one.operation === operation && known.has(one.fingerprint) && one.of > 1,
  );
  if (past === undefined) return '';
  return `first seen ${past.firstSeen.slice(0, 10)}, in ${past.times} of ${plural(past.of, 'run')}`;
}

interface HeadProps {
  readonly cause: CauseGroup;
  readonly isWaived: boolean;
  readonly since: string;
}

function CardHead({ cause, isWaived, since }: HeadProps): VNode {
  const [first] = cause.groups;
  return (
    <>
      <span class="tags">
        {isWaived ? <OutcomePill outcome="waived" /> : <LevelPill level={first.finding.level} />}
        <BlamePill blame={first.finding.blame} />
        <span class="quiet">
          {cause.operation}
          {since === '' ? '' : `, ${since}`}
        </span>
      </span>
      <h3>{first.title}</h3>
      <span class="difference">{findingDifference(first)}</span>
    </>
  );
}

/** Who saw it, where, and under which names. */
function Particulars({ cause }: { readonly cause: CauseGroup }): VNode {
  const exchanges = [...new Set(cause.groups.flatMap(exchangesOf))];
  return (
    <details class="fold">
      <summary>
        Seen by {plural(cause.groups.length, 'check')} in {plural(exchanges.length, 'exchange')}{' '}
        <span class="quiet">names, places and links</span>
      </summary>
      <dl class="facts">
        <Fact term="Operation">
          <a href={`#${operationAnchor(cause.operation)}`}>{cause.operation}</a>
        </Fact>
        {cause.groups.map((group) => (
          <Fact key={group.id} term={group.finding.level}>
            {group.title} <code>{group.finding.check}</code>{' '}
            <code class="quiet">{group.finding.fingerprint}</code>
            <div>
              <code>{group.pointer}</code> <span class="quiet">{occurrenceLabel(group)}</span>
            </div>
            {group.finding.specPointer === null ? null : (
              <div>
                <code class="quiet">{group.finding.specPointer}</code>
              </div>
            )}
          </Fact>
        ))}
        <Fact term="Exchanges">
          {exchanges.map((exchange) => (
            <div key={exchange}>
              <a href={`#${exchangeAnchor(exchange)}`}>{exchange}</a>
            </div>
          ))}
        </Fact>
      </dl>
    </details>
  );
}
