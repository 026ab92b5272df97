import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { userErrors } from '../errors/catalogue.ts';
import type { Exchange } from '../model/exchange.ts';
import type { PlannedExchange } from '../model/plan.ts';

/** What was sent and what came back, one JSON line each, on disk before anybody judges it. */
export interface EvidenceJournal {
  /** Before the request leaves: after a crash, a line without its exchange is a request whose outcome is unknown. */
  sending(planned: PlannedExchange): void;
  obtained(exchange: Exchange): void;
  close(): void;
}

export function openEvidenceJournal(file: string): EvidenceJournal {
  const descriptor = open(file);
  // A crash may have torn the last line: what follows must not be torn with it.
  if (!/(?:^|\n)$/.test(readFileSync(file, 'utf8'))) writeSync(descriptor, '\n');
  let isOpen = true;
  const append = (line: object): void => {
    // What still comes after an interruption finds the file closed, and its number perhaps another file's.
    if (!isOpen) return;
    writeSync(descriptor, `${JSON.stringify(line)}\n`);
    fsyncSync(descriptor);
  };
  return {
    sending: ({ id, operation }) => append({ kind: 'sending', id, operation }),
    obtained: (exchange) => append({ kind: 'exchange', exchange }),
    close: () => {
      isOpen = false;
      closeSync(descriptor);
    },
  };
}

function open(file: string): number {
  try {
    return openSync(file, 'a', 0o600);
  } catch (error) {
    throw userErrors.outputUnwritable(file, error instanceof Error ? error.message : String(error));
  }
}
