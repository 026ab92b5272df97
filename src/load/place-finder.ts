import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { FilePlace } from '../model/file-place.ts';
import { tokensOf } from '../model/json-pointer.ts';
import type { ParsedYaml } from './read-data-file.ts';
import { shownPath } from './shown-path.ts';

/** Where a JSON Pointer leads to in the text of a file; what is not written there stands where its parent does. */
export type PlaceFinder = (pointer: string) => FilePlace;

export function placeFinder(path: string, { document, lineCounter }: ParsedYaml): PlaceFinder {
  const file = shownPath(path);
  return (pointer) => {
    let at = 0;
    let node: unknown = document.contents;
    for (const token of tokensOf(pointer)) {
      const step = stepInto(node, token);
      if (step === undefined) break;
      at = step.offset;
      node = step.node;
    }
    return { file, ...lineAndColumn(lineCounter, at) };
  };
}

function lineAndColumn(lineCounter: LineCounter, offset: number): Pick<FilePlace, 'line' | 'column'> {
  const { line, col } = lineCounter.linePos(offset);
  return { line, column: col };
}

interface Step {
  readonly node: unknown;
  readonly offset: number;
}

/** A member stands where its key does. */
function stepInto(parent: unknown, token: string): Step | undefined {
  if (isSeq<Node>(parent)) return stepTo(parent.items[Number(token)], parent.items[Number(token)]);
  if (!isMap<Node, Node>(parent)) return undefined;
  const pair = parent.items.find((item) => keyOf(item) === token);
  return stepTo(pair?.key, pair?.value);
}

function stepTo(start: Node | undefined, node: Node | null | undefined): Step | undefined {
  const offset = start?.range?.[0];
  return offset === undefined ? undefined : { node, offset };
}

function keyOf({ key }: Pair<Node, Node>): string {
  return isScalar(key) ? String(key.value) : '';
}
