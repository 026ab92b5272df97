import { isJsonObject, type Json } from '../../src/model/json.ts';

const STRENGTHS: ReadonlySet<Json | undefined> = new Set(['stated', 'shown', 'inferred']);

/** What is wrong with a whole source; undefined when nothing is. */
export function citationDefect(documents: ReadonlyMap<string, number>, source: Json): string | undefined {
  if (!isJsonObject(source)) return 'no source';
  const length = documents.get(String(source['document']));
  if (length === undefined) return `unknown document ${String(source['document'])}`;
  if (!STRENGTHS.has(source['strength'])) return `unknown strength ${String(source['strength'])}`;
  const lines = citedLines(source);
  if (lines === undefined) return 'lines are not two integers';
  const [from, to] = lines;
  return from >= 1 && from <= to && to <= length ? undefined : `no lines ${from} to ${to} among ${length}`;
}

export function citedLines(source: Json | undefined): readonly [from: number, to: number] | undefined {
  const lines = isJsonObject(source) ? source['lines'] : undefined;
  if (!Array.isArray(lines) || lines.length !== 2) return undefined;
  const [from, to] = lines;
  return Number.isInteger(from) && Number.isInteger(to) ? [Number(from), Number(to)] : undefined;
}
