import { readFileSync } from 'node:fs';
import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml';
import { userErrors } from '../errors/catalogue.ts';
import type { Json } from '../model/json.ts';

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw userErrors.fileUnreadable(file, error instanceof Error ? error.message : String(error));
  }
}

/** Parses YAML 1.2 (and so JSON, by its name), with line and column in the error. */
export function readDataFile(file: string): Json {
  const text = readText(file);
  return file.endsWith('.json') ? parseJson(file, text) : parseYaml(file, text).data;
}

function parseJson(file: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw userErrors.fileMalformed(file, placeIn(text, problem), problem, 'JSON');
  }
}

/** Line and column of the offset that the parser names; of the end of the text when it names none. */
function placeIn(text: string, problem: string): string {
  const offset = Number(/position (\d+)/.exec(problem)?.[1] ?? text.length);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A YAML text as data, and as the tree that knows where each of it stands. */
export interface ParsedYaml {
  readonly data: Json;
  readonly document: Document;
  readonly lineCounter: LineCounter;
}

export function parseYaml(file: string, text: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const refuse = (offset: number, problem: string): never => {
    const { line, col } = lineCounter.linePos(offset);
    throw userErrors.fileMalformed(file, `${line}:${col}`, problem, 'YAML');
  };
  const [problem] = document.errors;
  if (problem !== undefined) refuse(problem.pos[0], problem.message);
  // Aliases would make two places share one node, and a node tells where a constraint stands.
  visit(document, (_, node) => {
    if (isAlias(node)) refuse(node.range?.[0] ?? 0, `the alias *${node.source} is not supported here`);
  });
  return { data: document.toJS() as Json, document, lineCounter };
}
