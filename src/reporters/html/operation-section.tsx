import type { ComponentChildren, VNode } from 'preact';
import type { OperationReport, Report } from '../../model/report.ts';
import { type CauseGroup, groupCauses } from '../cause-groups.ts';
import { claimsLabel } from '../claim-tally.ts';
import { findingDifference } from '../finding-sentence.ts';
import { plural, totalsLabel } from '../tally.ts';
import { findingAnchor, operationAnchor } from './anchors.ts';
import { Answers } from './answers.tsx';
import { CasesTable } from './cases-table.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { effectsOf } from './effects-of.ts';
import { ExchangeView } from './exchange-view.tsx';
import { itemOf } from './facets.ts';
import { FieldsTable } from './fields-table.tsx';
import { LevelPill, OutcomePill, VerdictPill } from './pills.tsx';
import { ReadingList } from './reading-list.tsx';
import { SourceCitation } from './source-citation.tsx';

interface Props {
  readonly report: Report;
  readonly operation: OperationReport;
}

/** One operation: the verdict and its causes open, the evidence folded away. */
export function OperationSection({ report, operation }: Props): VNode {
  const causes = groupCauses(operation);
  const groups = causes.flatMap((cause) => cause.groups);
  return (
    <article
      id={operationAnchor(operation.operation)}
      class={`operation is-${operation.verdict}`}
      {...itemOf('operation', {
        operation: operation.operation,
        verdict: operation.verdict,
        consumer: operation.reliedOn.consumers.map(({ consumer }) => consumer),
      })}
    >
      <header>
        <h3>
          <a href={`#${operationAnchor(operation.operation)}`}>{operation.operation}</a>
        </h3>
        <VerdictPill verdict={operation.verdict} />
      </header>
      <Answers documented={operation.documented} reliedOn={operation.reliedOn} />
      <p class="quiet">
        {operation.title}: <code>{`${operation.method} ${operation.path}`}</code>, documented in{' '}
        <SourceCitation report={report} source={operation.source} />
        {operation.effects.length === 0 ? '' : `; a call ${effectsOf(operation)}`}
      </p>
      <CauseLinks causes={causes} />
      <Readings report={report} operation={operation} />
      <Fold
        title={plural(operation.exchanges.length, 'exchange')}
        note="the evidence"
        shown={operation.exchanges.length > 0}
      >
        {operation.exchanges.map((exchange) => (
          <ExchangeView key={exchange.id} exchange={exchange} groups={groups} />
        ))}
      </Fold>
      <Cases operation={operation} />
      <Claims report={report} operation={operation} />
      <Fields operation={operation} />
      <Undocumented operation={operation} />
    </article>
  );
}

function CauseLinks({ causes }: { readonly causes: readonly CauseGroup[] }): VNode | null {
  if (causes.length === 0) return null;
  return (
    <ul class="causes">
      {causes.map(({ groups: [first] }) => (
        <li key={first.id}>
          {first.finding.waiver === undefined ? (
            <LevelPill level={first.finding.level} />
          ) : (
            <OutcomePill outcome="waived" />
          )}{' '}
          <span>
            <a href={`#${findingAnchor(first)}`}>{first.title}</a>{' '}
            <span class="quiet">{findingDifference(first)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Readings({ report, operation }: Props): VNode | null {
  return (
    <Fold
      title={plural(operation.readings.length, 'reading')}
      note="where the documents contradict themselves"
      shown={operation.readings.length > 0}
    >
      <ReadingList report={report} readings={operation.readings} />
    </Fold>
  );
}

function Cases({ operation }: { readonly operation: OperationReport }): VNode {
  const judged = operation.cases.filter(({ outcome }) => outcome !== 'not-applicable');
  const silent = operation.cases.filter(({ outcome }) => outcome === 'not-applicable');
  return (
    <Fold title={totalsLabel(operation.totals)} note="what was judged" shown={operation.cases.length > 0}>
      {judged.length > 0 ? <CasesTable operation={operation.operation} cases={judged} /> : null}
      <Fold title={plural(silent.length, 'case')} note="not applicable, and why" shown={silent.length > 0}>
        <CasesTable operation={operation.operation} cases={silent} />
      </Fold>
    </Fold>
  );
}

function Claims({ report, operation }: Props): VNode | null {
  const { counts, list } = operation.claims;
  return (
    <Fold title={claimsLabel(counts)} note="what the documents say of it" shown={list.length > 0}>
      <ClaimsTable report={report} operation={operation} />
    </Fold>
  );
}

function Fields({ operation: { operation, fields = [], observed } }: Pick<Props, 'operation'>): VNode | null {
  const note =
    observed === undefined
      ? 'as observed'
      : `in ${plural(observed.exchanges, 'observed exchange')}, ${observed.heldAgainstContract} of them held against the contract`;
  return (
    <Fold title={plural(fields.length, 'field')} note={note} shown={fields.length > 0}>
      <FieldsTable operation={operation} fields={fields} />
    </Fold>
  );
}

function Undocumented({ operation }: { readonly operation: OperationReport }): VNode | null {
  return (
    <Fold
      title={plural(operation.undocumented.length, 'undocumented field')}
      note="seen in answers, no deviation"
      shown={operation.undocumented.length > 0}
    >
      <ul class="fields">
        {operation.undocumented.map((pointer) => (
          <li key={pointer}>
            <code>{pointer}</code>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface FoldProps {
  readonly title: string;
  readonly note: string;
  readonly shown: boolean;
  readonly children: ComponentChildren;
}

function Fold({ title, note, shown, children }: FoldProps): VNode | null {
  if (!shown) return null;
  return (
    <details class="fold">
      <summary>
        {title} <span class="quiet">{note}</span>
      </summary>
      {children}
    </details>
  );
}
