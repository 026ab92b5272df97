// A tenant file as written: its data, and the place of each value for messages that give nothing of it away.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import { userErrors } from '../errors/catalogue.ts';
import type { Json } from '../model/json.ts';
import { tokensOf } from '../model/json-pointer.ts';
import { yamlTrouble } from './yaml-trouble.ts';

export interface TenantSource {
  readonly file: string;
  readonly data: Json;
  /** `file:line#pointer`; a key that is not in `words` may be a secret that slipped and is shown as `?`. */
  placeOf(pointer: string, words: ReadonlySet<string>): string;
}

/** Parses the text of a file; `file` is only named. */
export function parseTenantSource(file: string, text: string): TenantSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const refuse = (offset: number, problem: string): never => {
    const { line, col } = lines.linePos(offset);
    throw userErrors.fileMalformed(file, `${line}:${col}`, problem, 'YAML');
  };
  // The parser's own messages quote the file.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) refuse(problem.pos[0], yamlTrouble(problem.code));
  visit(document, (_, node) => {
    if (isAlias(node)) refuse(node.range?.[0] ?? 0, 'aliases are not supported here');
  });
  return {
    file,
    data: document.toJS() as Json,
    placeOf: (pointer, words) => {
      const tokens = tokensOf(pointer);
      const line = lineOf(offsetAt(document.contents, tokens));
      const shown = tokens.map((token) => (isShowable(token, words) ? `/${token}` : '/?')).join('');
      return `${file}:${line}#${shown}`;
    },
  };
}

function isShowable(token: string, words: ReadonlySet<string>): boolean {
  return words.has(token) || /^\d{1,3}$/.test(token);
}

/** Where the key of the last token stands, or the nearest thing around it that is there. */
function offsetAt(root: ParsedNode | null, tokens: readonly string[]): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const token of tokens) {
    const child = childAt(node, token);
    if (child === undefined) return offset;
    ({ node, offset } = child);
  }
  return offset;
}

function childAt(node: unknown, token: string): { node: unknown; offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(token)];
    return isPlaced(item) ? { node: item, offset: item.range[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
  return isPlaced(pair?.key) ? { node: pair?.value, offset: pair.key.range[0] } : undefined;
}

function isPlaced(node: unknown): node is ParsedNode {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
