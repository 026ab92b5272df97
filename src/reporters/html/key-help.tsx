import type { VNode } from 'preact';
import { Fact } from './fact.tsx';

const KEYS = [
  ['/', 'search'],
  ['j and k', 'next and previous finding'],
  ['Enter', 'open or close the finding that has the focus'],
  ['t', 'theme: as the system says, light, dark'],
  ['Esc', 'out of the search, then show everything'],
  ['?', 'these keys'],
] as const;

export function KeyHelp(): VNode {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">Keys</h2>
        <dl class="facts">
          {KEYS.map(([key, does]) => (
            <Fact key={key} term={key}>
              {does}
            </Fact>
          ))}
        </dl>
        <p class="quiet">
          What is searched and chosen stands in the address, so a copied address shows the same to others.
        </p>
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
