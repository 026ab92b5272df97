import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { historyLines } from '../history-lines.ts';
import { TrendChart } from './trend-chart.tsx';

/** How verdicts and fields went over the runs that are kept; one run alone has nothing to tell. */
export function HistorySection({ report }: { readonly report: Report }): VNode | null {
  const { history } = report;
  const [first, ...others] = historyLines(report);
  if (history === undefined || (history.runs.length < 2 && others.length === 0)) return null;
  return (
    <section id="history" aria-labelledby="history-title" data-whole>
      <h2 id="history-title">Over the runs</h2>
      <p>{first}.</p>
      {others.length === 0 ? null : (
        <ul class="fields">
          {others.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {history.runs.length < 2 ? null : <TrendChart report={report} history={history} />}
    </section>
  );
}
