import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { ownCheckLines } from '../own-check-lines.ts';

/** Checks of the user's own, which no other report has. */
export function OwnCheckList({ report }: { readonly report: Report }): VNode | null {
  const lines = ownCheckLines(report);
  if (lines.length === 0) return null;
  return (
    <section id="checks" data-whole aria-labelledby="checks-title">
      <h2 id="checks-title">Checks of your own</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
