import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { userErrors } from '../errors/catalogue.ts';
import type { Exchange } from '../model/exchange.ts';
import type { PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { Obtained } from '../model/target.ts';

/** What of several answers to one planned exchange it is: the last one counts. */
export type ExchangeStanding =
  | { readonly superseded: true }
  | {
      /** Values of its provider states, as kept in exchanges: with them its request can be built again. */
      readonly stateValues: PlannedExchange['stateValues'];
      /** What it was sent for: with it the exchange can be judged again by itself. */
      readonly plan?: PlanOnRecord;
      readonly reading?: NonNullable<Obtained['reading']>;
    };

/** A planned exchange as it is kept: its request in the words of the primary reading, secrets replaced. */
export type PlanOnRecord = Pick<
  PlannedExchange,
  'vendor' | 'title' | 'origin' | 'intent' | 'states' | 'request'
>;

/** What was sent and what came back, one JSON line each, on disk before anybody judges it. */
export interface EvidenceJournal {
  /** Before the request leaves: after a crash, a line without its exchange is a request whose outcome is unknown. */
  sending(planned: PlannedExchange): void;
  obtained(exchange: Exchange, standing?: ExchangeStanding): void;
  /** What was planned and is not sent. */
  unsent(slot: UnplannedExchange): void;
  close(): void;
}

/** `scan` is asked before each line; what it throws keeps all of the line off the disk. */
export function openEvidenceJournal(
  file: string,
  scan: (artefact: string, content: string) => void = () => undefined,
): EvidenceJournal {
  const descriptor = open(file);
  // A crash may have torn the last line: what follows must not be torn with it.
  if (!/(?:^|\n)$/.test(readFileSync(file, 'utf8'))) writeSync(descriptor, '\n');
  let isOpen = true;
  const append = (line: object): void => {
    // What still comes after an interruption finds the file closed, and its number perhaps another file's.
    if (!isOpen) return;
    const content = JSON.stringify(line);
    scan(file, content);
    writeSync(descriptor, `${content}\n`);
    fsyncSync(descriptor);
  };
  return {
    sending: ({ id, operation }) => append({ kind: 'sending', id, operation }),
    obtained: (exchange, standing = undefined) => append({ kind: 'exchange', exchange, ...standing }),
    unsent: (slot) => append({ kind: 'unsent', slot }),
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
