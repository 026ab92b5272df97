import { existsSync, readFileSync } from 'node:fs';
import type { Exchange } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { Obtained } from '../model/target.ts';

/** What the journal of a run has of one planned exchange. */
export type Recorded =
  /** With the values of its provider states, secrets replaced. */
  | ({ readonly kind: 'obtained'; readonly stateValues: Readonly<Record<string, Json>> } & Obtained)
  /** It was about to be sent, and no answer was written down. */
  | { readonly kind: 'unknown' };

type Line =
  | { readonly kind: 'sending'; readonly id: string }
  | {
      readonly kind: 'exchange';
      readonly exchange: Exchange;
      readonly superseded?: true;
      readonly stateValues?: Readonly<Record<string, Json>>;
      readonly reading?: NonNullable<Obtained['reading']>;
    };

/** Everything that a run has written down before it was cut off, by exchange. */
export function readEvidence(file: string): ReadonlyMap<string, Recorded> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const superseded = new Map<string, readonly Exchange[]>();
  const recorded = new Map<string, Recorded>();
  for (const line of text.split('\n').flatMap(parseLine)) {
    if (line.kind === 'sending') {
      superseded.delete(line.id);
      recorded.set(line.id, { kind: 'unknown' });
      continue;
    }
    const { exchange, reading, stateValues = {} } = line;
    const others = superseded.get(exchange.id) ?? [];
    if (line.superseded === true) superseded.set(exchange.id, [...others, exchange]);
    else recorded.set(exchange.id, { kind: 'obtained', stateValues, exchange, reading, superseded: others });
  }
  return recorded;
}

/** A line that a crash has torn tells nothing: an answer in it is as good as lost. */
function parseLine(text: string): readonly Line[] {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? [value] : [];
  } catch {
    return [];
  }
}

/** Nobody but us writes there: kind and members tell a line of ours from anything else. */
function isLine(value: unknown): value is Line {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'sending') return 'id' in value;
  return value.kind === 'exchange' && 'exchange' in value;
}
