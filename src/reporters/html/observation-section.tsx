import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { plural } from '../tally.ts';

/** What was looked at where nothing was sent, and what could not be used of it. */
export function ObservationSection({ report }: { readonly report: Report }): VNode | null {
  const { observation } = report;
  if (observation === undefined) return null;
  const { exchanges, matched, unmatched, unmatchedTotal, leftOut, unread, unreadTotal } = observation;
  return (
    <section id="observation" aria-labelledby="observation-title" data-whole>
      <h2 id="observation-title">What was observed</h2>
      <p>
        {plural(exchanges, 'exchange')}: {matched} of a documented operation
        {leftOut === 0 ? '' : `, ${leftOut} of operations that were not asked for`}
        {unmatchedTotal === 0 ? '' : `, ${plural(unmatchedTotal, 'kind')} of request that no document knows`}
        {unreadTotal === 0 ? '' : `, ${plural(unreadTotal, 'entry', 'entries')} that could not be read`}.
      </p>
      {unmatched.length + unread.length === 0 ? null : (
        <ul class="fields">
          {unmatched.map(({ method, path, reason, times, at }) => (
            <li key={`${method} ${path} ${at}`}>
              <code>{`${method} ${path}`}</code> {times} times: {reason}{' '}
              <span class="quiet">first at {at}</span>
            </li>
          ))}
          {unread.map(({ at, reason }) => (
            <li key={at}>
              <code>{at}</code> {reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
