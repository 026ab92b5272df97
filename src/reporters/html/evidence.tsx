import type { ComponentChildren, VNode } from 'preact';
import { tokensOf } from '../../model/json-pointer.ts';
import type { OperationReport, Report } from '../../model/report.ts';
import type { CauseGroup } from '../cause-groups.ts';
import { distinctActuals, exchangesOf, type FindingGroup, sourcesOf } from '../finding-groups.ts';
import { readFindingPointer } from '../finding-place.ts';
import { shorten } from '../shorten.ts';
import { sourceLabel } from '../source-label.ts';
import { plural } from '../tally.ts';
import { exchangeAnchor } from './anchors.ts';
import { brokenConsumers } from './consumers-of.ts';
import { ObservedExcerpt } from './observed-excerpt.tsx';
import { QuotedSource, SourceCitation } from './source-citation.tsx';

const VALUE_LIMIT = 600;
const SHOWN_ACTUALS = 3;
const QUOTED_LINES = 12;

interface Props {
  readonly report: Report;
  readonly operation: OperationReport;
  readonly cause: CauseGroup;
}

/** What is documented, what is relied on and what was observed, side by side. */
export function Evidence(props: Props): VNode {
  return (
    <div class="evidence">
      <Column title="Documented">
        <Documented {...props} />
      </Column>
      <Column title="Relied on">
        <ReliedOn {...props} />
      </Column>
      <Column title="Observed">
        <Observed {...props} />
      </Column>
    </div>
  );
}

function Column(props: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class={`column ${props.title.toLowerCase().replace(' ', '-')}`}>
      <h4>{props.title}</h4>
      {props.children}
    </div>
  );
}

function Documented({ report, cause }: Props): VNode {
  const documented = cause.groups.filter(({ judge }) => judge !== 'contract');
  const sources = new Map(cause.groups.flatMap(sourcesOf).map((source) => [sourceLabel(source), source]));
  return (
    <>
      {documented.length === 0 ? (
        <p class="quiet">No rule of the document was found broken here. What it says of the place:</p>
      ) : (
        documented.map((group) => <Expectation key={group.id} group={group} />)
      )}
      {[...sources].map(([label, source]) => (
        <div key={label} class="cited">
          <SourceCitation report={report} source={source} />
          <QuotedSource
            report={report}
            source={source}
            limit={sources.size > 1 ? QUOTED_LINES / 2 : QUOTED_LINES}
          />
        </div>
      ))}
    </>
  );
}

function ReliedOn({ operation, cause }: Props): VNode {
  const contracts = cause.groups.filter(({ judge }) => judge === 'contract');
  const reasons = [...new Set(cause.groups.flatMap(({ finding }) => finding.reliedOnBy))];
  const broken = brokenConsumers(operation.reliedOn, cause);
  if (contracts.length + reasons.length + broken.length === 0) {
    return <p class="quiet">No contract relies on it: nobody is known to be hurt.</p>;
  }
  return (
    <>
      {contracts.map((group) => (
        <Expectation key={group.id} group={group} />
      ))}
      {broken.length === 0 ? null : (
        <p class="outcome-failed">
          <span aria-hidden="true">✗</span> breaks {broken.join(', ')}
        </p>
      )}
      {reasons.length === 0 ? null : (
        <ul class="reasons">
          {reasons.map((each) => (
            <li key={each}>{withoutName(each, broken)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where one consumer alone is broken, it is named above already. */
function withoutName(reason: string, broken: readonly string[]): string {
  const [only, ...others] = broken;
  const isNamed = others.length === 0 && reason.startsWith(`${only}: `);
  return isNamed ? reason.slice(`${only}: `.length) : reason;
}

function Observed({ operation, cause }: Props): VNode {
  const { groups } = cause;
  const values = observedValues(groups);
  const hidden = values.length - SHOWN_ACTUALS;
  const [id = ''] = exchangesOf(groups[0]);
  const exchange = operation.exchanges.find((each) => each.id === id);
  const others = new Set(groups.flatMap(exchangesOf)).size - 1;
  return (
    <>
      {values.slice(0, SHOWN_ACTUALS).map(({ name, actual }) => (
        <p key={`${name} ${actual}`} class="value">
          <span class="key">{name}: </span>
          <mark>{shorten(actual, VALUE_LIMIT)}</mark>
        </p>
      ))}
      {hidden > 0 ? <p class="quiet">and {plural(hidden, 'other value')}</p> : null}
      {exchange === undefined ? null : <ObservedExcerpt exchange={exchange} groups={groups} />}
      <p class="quiet">
        <a href={`#${exchangeAnchor(id)}`}>the whole exchange</a>
        {others > 0 ? ` and ${plural(others, 'other')}` : ''}
        {seenLabel(groups[0])}
      </p>
    </>
  );
}

function Expectation({ group }: { readonly group: FindingGroup }): VNode {
  return (
    <p class="value">
      <span class="key">{fieldName(group.pointer)}: </span>
      <mark class="wanted">{shorten(group.finding.expected, VALUE_LIMIT)}</mark>
    </p>
  );
}

interface ObservedValue {
  readonly name: string;
  readonly actual: string;
}

/** Judges write the same value in their own ways; the longer one tells its type. */
function observedValues(groups: readonly FindingGroup[]): readonly ObservedValue[] {
  const all = groups.flatMap((group) =>
    distinctActuals(group).map((actual) => ({ name: fieldName(group.pointer), actual })),
  );
  return all.filter(
    (one, index) =>
      !all.some(
        (other, at) =>
          other.name === one.name &&
          (other.actual === one.actual ? at < index : other.actual.includes(one.actual)),
      ),
  );
}

/** What the differing thing is called where it stands. */
function fieldName(pointer: string): string {
  const part = readFindingPointer(pointer);
  switch (part.kind) {
    case 'status':
      return 'status';
    case 'header':
      return part.name;
    case 'body':
      return tokensOf(part.pointer).at(-1) ?? 'body';
    case 'notification':
      return tokensOf(part.pointer).at(-1) ?? (part.name === '' ? 'notifications' : part.name);
    case 'other':
      return pointer;
    default:
      return part satisfies never;
  }
}

function seenLabel({ finding: { seen } }: FindingGroup): string {
  return seen === undefined ? '' : `; seen in ${seen.times} of ${seen.of} that could have shown it`;
}
