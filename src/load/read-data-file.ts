import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
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
  return file.endsWith('.json') ? parseJson(file, text) : parseYaml(file, text);
}

function parseJson(file: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw userErrors.fileMalformed(file, '1', error instanceof Error ? error.message : String(error), 'JSON');
  }
}

function parseYaml(file: string, text: string): Json {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw userErrors.fileMalformed(file, `${line}:${col}`, problem.message, 'YAML');
  }
  // Aliases would make two places share one node, and a node tells where a constraint stands.
  return document.toJS({ maxAliasCount: 0 }) as Json;
}
