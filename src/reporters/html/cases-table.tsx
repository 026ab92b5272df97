import type { VNode } from 'preact';
import type { OperationReport } from '../../model/report.ts';
import { judgeLabels } from '../labels.ts';
import { LevelPill, OutcomePill } from './pills.tsx';

/** Every planned case, so that totals can be checked by hand. */
export function CasesTable({ operation }: { readonly operation: OperationReport }): VNode {
  const prefix = `${operation.operation}/`;
  return (
    <div class="scroll">
      <table class="cases">
        <caption class="unseen">Cases of {operation.operation}</caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Exchange</th>
            <th scope="col">Judge</th>
            <th scope="col">Level</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {operation.cases.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {each.title} <code class="quiet">{each.check}</code>
              </th>
              <td>{each.exchange.startsWith(prefix) ? each.exchange.slice(prefix.length) : each.exchange}</td>
              <td>{judgeLabels[each.judge].word}</td>
              <td>
                <LevelPill level={each.level} />
              </td>
              <td>
                <OutcomePill outcome={each.outcome} />
                {each.reason === null ? null : <div class="quiet">{each.reason}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
