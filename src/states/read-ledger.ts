import { existsSync, readFileSync } from 'node:fs';
import { userErrors } from '../errors/catalogue.ts';
import { itemsOf, type LedgerItem } from './ledger-items.ts';
import { type LedgerLine, parseLedgerLine } from './ledger-line.ts';

export interface LedgerHead {
  readonly run: string;
  readonly tenant: string;
}

/** What a ledger says, for whoever only looks: the file stays as it is. */
export function readLedger(file: string): {
  readonly head: LedgerHead;
  readonly items: readonly LedgerItem[];
} {
  const { lines } = readLedgerLines(file);
  return { head: headOf(lines), items: itemsOf(lines) };
}

/** A run that was killed while it wrote its first line has sent nothing, and tells no name. */
export function headOf(lines: readonly LedgerLine[]): LedgerHead {
  const opened = lines.find((line) => line.kind === 'opened');
  return { run: opened?.run ?? '', tenant: opened?.tenant ?? '' };
}

/** The last line may be torn: whatever it was to announce was never sent, since writing it never came to its end. */
export function readLedgerLines(file: string): {
  readonly lines: readonly LedgerLine[];
  readonly wholeBytes: number;
  readonly isTorn: boolean;
} {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const parsed = parseLedgerLine(line);
      if (parsed === undefined) throw userErrors.ledgerDamaged(file, index + 1);
      return parsed;
    });
  return { lines, wholeBytes: Buffer.byteLength(whole, 'utf8'), isTorn: whole.length < text.length };
}
