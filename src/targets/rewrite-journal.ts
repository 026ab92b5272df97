import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** Changes lines of a journal that is closed. Killed at whatever moment, it leaves the old file or the new one whole. */
export function rewriteJournal(file: string, change: <Value>(line: Value) => Value): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const changed = lines.map((line) => changedLine(line, change));
  if (changed.every((line, at) => line === lines[at])) return;
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  writeSync(descriptor, changed.join('\n'));
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(fresh, file);
}

/** What a crash has torn is a text like another. */
function changedLine(line: string, change: <Value>(line: Value) => Value): string {
  try {
    const value: unknown = JSON.parse(line);
    return JSON.stringify(change(value));
  } catch {
    return change(line);
  }
}
