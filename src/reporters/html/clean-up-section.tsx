import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { cleanUpLines } from '../clean-up-lines.ts';

/** What became of the things a run made: what may still be there needs somebody. */
export function CleanUpSection({ report }: { readonly report: Report }): VNode | null {
  const [total, ...left] = cleanUpLines(report);
  if (total === undefined) return null;
  return (
    <section id="clean-up" data-whole aria-labelledby="clean-up-title">
      <h2 id="clean-up-title">Clean-up</h2>
      <p>{total}</p>
      {left.length === 0 ? null : (
        <ul class="fields">
          {left.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
