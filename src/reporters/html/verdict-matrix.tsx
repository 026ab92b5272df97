import type { VNode } from 'preact';
import type { OperationReport, Report, Totals } from '../../model/report.ts';
import { groupCauses } from '../cause-groups.ts';
import { judgeLabels, outcomeLabels } from '../labels.ts';
import { tallyJudge } from '../tally.ts';
import { JUDGES } from './judges.ts';
import { OperationLink } from './operation-link.tsx';
import { StandingPill, VerdictPill } from './pills.tsx';

const COLUMNS = 5 + JUDGES.length;

/** All operations at a glance, the three judges side by side. */
export function VerdictMatrix({ report }: { readonly report: Report }): VNode | null {
  const vendors = [...new Set(report.operations.map(({ vendor }) => vendor))];
  if (vendors.length === 0) return null;
  return (
    <section id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">Verdict matrix</h2>
      <table class="slim matrix">
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
        <OperationLink operation={operation.operation} />
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
      <td data-label="Findings" class={findings === 0 ? 'none quiet' : ''}>
        {findings}
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
