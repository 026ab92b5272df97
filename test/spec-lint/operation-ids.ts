import type { LintInput } from './lint-input.ts';
import { type Part, specNodes } from './spec-nodes.ts';

/** `operationId`s in the order of the spec. */
export function operationIdsOf(
  { spec }: LintInput,
  parts: readonly Part[] = ['operation', 'notification'],
): readonly string[] {
  return specNodes(spec)
    .filter(({ part }) => parts.includes(part))
    .map(({ node }) => String(node['operationId']));
}
