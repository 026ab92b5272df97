import type { ComponentChildren, VNode } from 'preact';

/** A term and what is to be said about it, inside a `<dl>`. */
export function Fact(props: { readonly term: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
