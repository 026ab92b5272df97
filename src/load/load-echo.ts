import type { Echo } from '../model/operation.ts';
import { type SpecNode, type SpecReader, text } from './spec-reader.ts';

/** An entry of `x-echoes` or `x-correlates`. */
export function echoOf(reader: SpecReader, at: SpecNode): Echo {
  const { node } = at;
  const relation =
    (['equals', 'includes-each', 'ends-with-segment'] as const).find((name) => name in node) ?? 'equals';
  const { when } = node;
  return {
    ...{ at: text(node['at']), relation, value: text(node[relation]), source: reader.source(at) },
    ...(typeof when === 'string' ? { when } : {}),
  };
}
