import type { VNode } from 'preact';
import type { OperationReport, Report, Totals } from '../../model/report.ts';
import { groupCauses } from '../cause-groups.ts';
import { judgeLabels, outcomeLabels } from '../labels.ts';
import { tallyJudge } from '../tally.ts';
import { operationAnchor } from './anchors.ts';
import { JUDGES } from './judges.ts';
import { StandingPill, VerdictPill } from './pills.tsx';

const COLUMNS = 6 + JUDGES.length;

/** All operations at a glance, the three judges side by side. */
export function VerdictMatrix({ report }: { readonly report: Report }): VNode {
  const vendors = [...new Set(report.operations.map(({ vendor }) => vendor))];
  return (
    <section id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">Verdict matrix</h2>
      {vendors.length === 0 ? <p>No operation was judged.</p> : null}
      <table class="matrix">
        <caption class="unseen">Verdict of each operation, by vendor and by judge</caption>
        <thead>
          <tr>
            {[
              'Operation',
              'Verdict',
              'Document',
              'Relied on',
              ...JUDGES.map((judge) => judgeLabels[judge].word),
              'Findings',
              'Effects',
            ].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {vendors.map((vendor) => (
          <VendorRows
            key={vendor}
            vendor={vendor}
            operations={report.operations.filter((operation) => operation.vendor === vendor)}
          />
        ))}
      </table>
    </section>
  );
}

function VendorRows(props: {
  readonly vendor: string;
  readonly operations: readonly OperationReport[];
}): VNode {
  return (
    <tbody>
      <tr class="vendor">
        <th scope="rowgroup" colSpan={COLUMNS}>
          {props.vendor}
        </th>
      </tr>
      {props.operations.map((operation) => (
        <OperationRow key={operation.operation} operation={operation} />
      ))}
    </tbody>
  );
}

function OperationRow({ operation }: { readonly operation: OperationReport }): VNode {
  const findings = groupCauses(operation).length;
  return (
    <tr data-row={operation.operation}>
      <th scope="row">
        <a href={`#${operationAnchor(operation.operation)}`}>{operation.operation}</a>
      </th>
      <td data-label="Verdict">
        <VerdictPill verdict={operation.verdict} />
      </td>
      <td data-label="Document">
        <VerdictPill verdict={operation.documented.verdict} />
      </td>
      <td data-label="Relied on">
        <StandingPill standing={operation.reliedOn.standing} />
      </td>
      {JUDGES.map((judge) => (
        <td key={judge} data-label={judgeLabels[judge].word}>
          <JudgeCounts totals={tallyJudge(operation.cases, judge)} />
        </td>
      ))}
      <td data-label="Findings">{findings}</td>
      <td data-label="Effects" class="quiet">
        {operation.effects.map((effect) => effect.replaceAll('-', ' ')).join(', ')}
      </td>
    </tr>
  );
}

/** Worst first; what has nothing to say is not counted here. */
const SHOWN = ['failed', 'waived', 'errored', 'not-run', 'passed'] as const;

function JudgeCounts({ totals }: { readonly totals: Totals }): VNode {
  const shown = SHOWN.filter((outcome) => totals[outcome] > 0);
  if (shown.length === 0) return <span class="quiet">nothing judged</span>;
  return (
    <span class="counts">
      {shown.map((outcome) => (
        <span key={outcome} class={`count outcome-${outcome}`}>
          {totals[outcome]} {outcomeLabels[outcome].word}
        </span>
      ))}
    </span>
  );
}
