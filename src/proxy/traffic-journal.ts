import { closeSync, openSync, writeSync } from 'node:fs';
import { userErrors } from '../errors/catalogue.ts';
import type { ObservedExchange } from '../model/observed.ts';

/** What has passed, one JSON line each, in the only form in which it may be kept. */
export interface TrafficJournal {
  /** False where the file has become as large as it may. */
  readonly write: (observed: ObservedExchange) => boolean;
  readonly close: () => void;
}

/** `scan` is asked before each line; what it throws keeps all of the line off the disk. */
export function openTrafficJournal(
  file: string,
  most: number,
  scan: (artefact: string, content: string) => void,
): TrafficJournal {
  const descriptor = open(file);
  let left = most;
  return {
    write: (observed) => {
      const line = `${JSON.stringify(observed)}\n`;
      if (line.length > left) return false;
      scan(file, line);
      left -= writeSync(descriptor, line);
      return true;
    },
    close: () => closeSync(descriptor),
  };
}

function open(file: string): number {
  try {
    return openSync(file, 'ax', 0o600);
  } catch (error) {
    throw userErrors.outputUnwritable(file, error instanceof Error ? error.message : String(error));
  }
}
