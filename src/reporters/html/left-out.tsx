import type { VNode } from 'preact';

/** A page says what it does not show, and where that is. */
export function LeftOut({ what }: { readonly what: string }): VNode {
  return (
    <p class="quiet">
      {what} left out to keep this page light; <code>report.json</code> beside it holds all.
    </p>
  );
}
