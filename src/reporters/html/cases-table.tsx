import type { VNode } from 'preact';
import type { Case } from '../../model/finding.ts';
import { judgeLabels, levelLabels, outcomeLabels } from '../labels.ts';

interface Props {
  readonly operation: string;
  readonly cases: readonly Case[];
}

/** One row a case, so that totals can be checked by hand. */
export function CasesTable({ operation, cases }: Props): VNode {
  const prefix = `${operation}/`;
  return (
    <table class="cases">
      <caption class="unseen">Cases of {operation}</caption>
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
        {cases.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              {each.title} <code class="quiet">{each.check}</code>
            </th>
            <td data-label="Exchange" class="name">
              {each.exchange.startsWith(prefix) ? each.exchange.slice(prefix.length) : each.exchange}
            </td>
            <td data-label="Judge">{judgeLabels[each.judge].word}</td>
            <td data-label="Level">{levelLabels[each.level].word}</td>
            <td data-label="Outcome">
              <div>
                <span class={`outcome-${each.outcome}`}>{outcomeLabels[each.outcome].word}</span>
                {each.reason === null ? null : <div class="quiet">{each.reason}</div>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
