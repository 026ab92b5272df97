import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { pactNotes } from '../pact-notes.ts';

/** Pact files of the user's own, with what each relies on that no document says. */
export function PactList({ pacts }: Pick<Report, 'pacts'>): VNode | null {
  if (pacts === undefined || pacts.length === 0) return null;
  return (
    <section id="pacts" data-whole aria-labelledby="pacts-title">
      <h2 id="pacts-title">Pacts of your own</h2>
      {pactNotes(pacts).map(({ pact, notes }) => (
        <div key={pact}>
          <p>{pact}</p>
          {notes.length === 0 ? null : (
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
