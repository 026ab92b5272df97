import type { VNode } from 'preact';

/** Buttons that a page without scripts does not show. */
export function CopyButton(props: { readonly of: string; readonly children: string }): VNode {
  return (
    <button type="button" class="copy needs-script" data-copy={props.of}>
      {props.children}
    </button>
  );
}

/** Copies the address of a place of this page. */
export function LinkButton({ to }: { readonly to: string }): VNode {
  return (
    <button type="button" class="copy needs-script" data-link={to}>
      Copy link
    </button>
  );
}
