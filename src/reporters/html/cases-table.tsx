import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Case } from '../../model/finding.ts';
import { judgeLabels, levelLabels, outcomeLabels } from '../labels.ts';
import { plural } from '../tally.ts';
import { itemOf } from './facets.ts';
import { LeftOut } from './left-out.tsx';
import { KeptOnPage } from './page-budget.ts';

interface Props {
  readonly operation: string;
  readonly cases: readonly Case[];
}

function caseItem({ level, judge, outcome, blame, findings }: Case): ReturnType<typeof itemOf> {
  const blames = findings.map((finding) => finding.blame);
  return itemOf('case', { level, judge, outcome, blame: blame === null ? blames : [blame, ...blames] });
}

/** One row a case, so that totals can be checked by hand. */
export function CasesTable({ operation, cases: all }: Props): VNode {
  const kept = useContext(KeptOnPage);
  const cases = all.filter((each) => kept.has(each));
  const prefix = `${operation}/`;
  return (
    <>
      {cases.length === all.length ? null : <LeftOut what={`${plural(all.length - cases.length, 'case')}`} />}
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
            <tr key={each.id} {...caseItem(each)}>
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
    </>
  );
}
