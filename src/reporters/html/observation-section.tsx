import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { observedSentences } from '../observation-lines.ts';
import { plural } from '../tally.ts';

/** What was looked at where nothing was sent, and what could not be used of it. */
export function ObservationSection({ report }: { readonly report: Report }): VNode | null {
  const { observation, operations } = report;
  if (observation === undefined) return null;
  const { unmatched, unread, unreadTotal } = observation;
  const hidden = unreadTotal - unread.length;
  return (
    <section id="observation" aria-labelledby="observation-title" data-whole>
      <h2 id="observation-title">What was observed</h2>
      <p>{observedSentences(observation, operations).join(' ')}</p>
      {unmatched.length + unread.length === 0 ? null : (
        <ul class="list">
          {unmatched.map(({ method, path, reason, times, at }) => (
            <li key={`${method} ${path} ${at}`}>
              <span class="tags">
                <span class="pill">not documented</span>
              </span>
              <span>
                <code>{`${method} ${path}`}</code> {plural(times, 'time')}: {reason}{' '}
                <span class="quiet">first at {at}</span>
              </span>
            </li>
          ))}
          {unread.map(({ at, reason }) => (
            <li key={at}>
              <span class="tags">
                <span class="pill outcome-errored">not read</span>
              </span>
              <span>
                {reason} <span class="quiet">at {at}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 ? <p class="quiet">{plural(hidden, 'more part')} could not be read.</p> : null}
    </section>
  );
}
