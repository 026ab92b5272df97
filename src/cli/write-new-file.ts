import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';

/** Never in the place of a file that is there, unless that is asked for. */
export function writeNewFile(file: string, text: string, force: boolean): void {
  if (!force && existsSync(file)) throw userErrors.fileInTheWay(file);
  replaceFile(file, text);
}

export function replaceFile(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw userErrors.fileUnwritable(file, error instanceof Error ? error.message : String(error));
  }
}

/** What was written, and what is left to a person. */
export function describeNewFiles(files: readonly string[], next: readonly string[]): string {
  return [
    ...files.map((file) => `Wrote ${file}`),
    'Next:',
    ...next.map((step, index) => `  ${index + 1}. ${step}`),
    '',
  ].join('\n');
}
