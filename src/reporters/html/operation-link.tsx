import type { VNode } from 'preact';
import type { OperationId } from '../../model/operation.ts';
import { operationAnchor } from './anchors.ts';

/** Its name as a link, which may be broken behind the vendor where a column is narrow. */
export function OperationLink({ operation }: { readonly operation: OperationId }): VNode {
  const end = operation.indexOf('.') + 1;
  return (
    <a href={`#${operationAnchor(operation)}`}>
      {operation.slice(0, end)}
      <wbr />
      {operation.slice(end)}
    </a>
  );
}
