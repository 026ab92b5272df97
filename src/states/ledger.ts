import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { runMark } from '../model/run-mark.ts';
import { type Discretion, NO_DISCRETION } from '../model/target.ts';
import type { Values } from './fill-request.ts';
import { isOpen, itemsOf, type LedgerItem } from './ledger-items.ts';
import { type Ending, type Intended, LEDGER_VERSION, type LedgerLine } from './ledger-line.ts';
import { headOf, type LedgerHead, readLedgerLines } from './read-ledger.ts';
import { tellDiscreetly } from './tell-discreetly.ts';

/**
 * What a run makes in a tenant, on disk before it is asked for: an append-only file of JSON lines. Each line is with
 * the disk before the call returns, so that what is in the tenant and not in the file cannot be.
 */
export class Ledger {
  readonly #file: string;
  readonly #discretion: Discretion;
  readonly #descriptor: number;
  readonly #lines: LedgerLine[];
  readonly head: LedgerHead;
  /** Whatever the run is called, no other one makes up the same names: a search finds nobody else's. */
  readonly #nonce = randomBytes(4).toString('hex');
  #named = 0;

  private constructor(file: string, discretion: Discretion, named: LedgerHead | undefined) {
    const { descriptor, lines } = openLines(file);
    this.#file = file;
    this.#discretion = discretion;
    this.#descriptor = descriptor;
    this.#lines = [...lines];
    this.head = named ?? headOf(lines);
  }

  /** A new ledger, or the one that an interrupted run of the same name left. */
  static open(file: string, head: LedgerHead, discretion = NO_DISCRETION): Ledger {
    mkdirSync(dirname(file), { recursive: true });
    const ledger = new Ledger(file, discretion, head);
    ledger.#append({ kind: 'opened', version: LEDGER_VERSION, ...head });
    return ledger;
  }

  /** The ledger of a run that is over, to be cleaned up. */
  static reopen(file: string, discretion = NO_DISCRETION): Ledger {
    if (!existsSync(file)) throw userErrors.fileUnreadable(file, 'there is no such file');
    return new Ledger(file, discretion, undefined);
  }

  /** Names for the things of one exchange, which nothing else bears. */
  nextNames(): { readonly run: string; readonly n: string; readonly marker: string } {
    this.#named += 1;
    const { run } = this.head;
    const marker = runMark(run, this.#nonce, this.#named);
    return { run: `${run}-${this.#nonce}`, n: String(this.#named), marker };
  }

  get items(): readonly LedgerItem[] {
    return itemsOf(this.#lines);
  }

  /** What clean-up has to look at. */
  get open(): readonly LedgerItem[] {
    return this.items.filter(isOpen);
  }

  /** To be called before the request is sent; returns the number of the thing. */
  intend(intended: Intended): number {
    const item = this.#lines.filter(({ kind }) => kind === 'intended').length + 1;
    this.#append({ kind: 'intended', item, ...intended });
    return item;
  }

  made(item: number, values: Values): void {
    this.#append({ kind: 'made', item, values });
  }

  notMade(item: number, why: string): void {
    this.#append({ kind: 'not-made', item, why });
  }

  tried(item: number, says: string, came: string): void {
    this.#append({ kind: 'tried', item, says, came });
  }

  end(item: number, ending: Ending): void {
    this.#append({ kind: 'ended', item, ending });
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #append(line: LedgerLine): void {
    const told = tellDiscreetly(line, this.#discretion.text);
    const content = JSON.stringify(told);
    this.#discretion.scanForSecrets(this.#file, content);
    writeSync(this.#descriptor, `${content}\n`);
    fsyncSync(this.#descriptor);
    this.#lines.push(told);
  }
}

/** Ready for what follows: nothing may be torn with a torn last line. */
function openLines(file: string): { readonly descriptor: number; readonly lines: readonly LedgerLine[] } {
  const { lines, wholeBytes, isTorn } = readLedgerLines(file);
  // Nobody else has to know what was made in a tenant.
  const isNew = !existsSync(file);
  const descriptor = openSync(file, 'a', 0o600);
  if (isNew) syncFolder(dirname(file));
  if (isTorn) ftruncateSync(descriptor, wholeBytes);
  return { descriptor, lines };
}

/** Without it a new file can be lost with the power, though its bytes are on disk. */
function syncFolder(folder: string): void {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
