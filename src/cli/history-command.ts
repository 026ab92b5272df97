import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { readHistory } from '../load/read-history.ts';
import type { HistoryEntry } from '../model/history.ts';
import { describeHistory } from '../reporters/describe-history.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { screenOf } from './screen-of.ts';

/** Prints the runs of each target a folder keeps, a row an operation and finding. */
export async function history(folder: string, { json }: { readonly json: boolean }): Promise<number> {
  const targets = filesIn(folder).map((file) => readHistory(join(folder, file)));
  const text = json ? JSON.stringify(targets.flat(), null, 2) : describe(targets);
  process.stdout.write(`${text}\n`);
  return EXIT.gateMet;
}

function describe(targets: readonly (readonly HistoryEntry[])[]): string {
  const screen = screenOf(process.stdout);
  return targets
    .flatMap((entries) => [...describeHistory(entries, screen), ''])
    .join('\n')
    .trimEnd();
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ndjson'))
      .toSorted();
  } catch (error) {
    throw userErrors.fileUnreadable(folder, error instanceof Error ? error.message : String(error));
  }
}
