import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory } from '../load/read-history.ts';
import type { HistoryEntry } from '../model/history.ts';
import { writeArtefact } from './write-run.ts';

/** Enough for a year of nightly runs. */
const KEPT = 400;

/** The runs of a target that a folder keeps, oldest first. */
export function historyOf(folder: string, target: string): readonly HistoryEntry[] {
  const file = fileOf(folder, target);
  return existsSync(file) ? readHistory(file) : [];
}

/** Adds a run; the same run again takes its own place. Gives the file. */
export function keepInHistory(folder: string, entry: HistoryEntry): string {
  const file = fileOf(folder, entry.target);
  const others = historyOf(folder, entry.target).filter((one) => !isSameRun(one, entry));
  const kept = [...others, entry].toSorted((one, other) =>
    one.startedAt.localeCompare(other.startedAt, 'en'),
  );
  writeArtefact(
    file,
    kept
      .slice(-KEPT)
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  );
  return file;
}

/** The id of a run has its second; two that began in one second are two. */
function isSameRun(one: HistoryEntry, other: HistoryEntry): boolean {
  return one.run === other.run && one.startedAt === other.startedAt;
}

/** Names of targets may hold what no file name may; the digest tells two apart that look alike then. */
function fileOf(folder: string, target: string): string {
  const plain = target.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60);
  const mark = plain === target ? '' : `-${createHash('sha256').update(target).digest('hex').slice(0, 8)}`;
  return join(folder, `${plain}${mark}.ndjson`);
}
