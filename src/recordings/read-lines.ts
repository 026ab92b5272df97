import type { Exchange } from '../model/exchange.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import type { ObservedExchange } from '../model/observed.ts';
import { packTexts, textAt } from '../model/packed-texts.ts';
import type { RecordedItem, RecordedStretch } from '../model/recorded.ts';
import { parseJson } from './parse-json.ts';
import { MOST_ENTRY_BYTES } from './read-har.ts';
import {
  type EvidenceLine,
  isEvidenceLine,
  isObservedLine,
  isSeenExchange,
  isSendingLine,
  isUnsentLine,
  misshapen,
  type ObservedLine,
  type SeenExchange,
} from './recorded-shapes.ts';
import { isLongEnough, stretchOf } from './stretch.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { unread } from './unread.ts';

/** What the lines before tell of those to come. */
interface Journal {
  /** What was sent, and where it says so, until an answer comes. */
  readonly open: Map<string, string>;
  /** Answers to other readings of a request, until the one that counts comes. */
  readonly superseded: Map<string, readonly Exchange[]>;
}

/** The evidence of a run, what a proxy has written down, or exchanges, one JSON line each. */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<RecordedStretch> {
  const journal: Journal = { open: new Map(), superseded: new Map() };
  let lines: TextLine[] = [];
  let length = 0;
  try {
    for await (const line of textLines(chunks, MOST_ENTRY_BYTES)) {
      lines.push(line);
      length += line.bytes.length;
      if (!isLongEnough(length)) continue;
      yield* stretchOfLines(lines, file, journal);
      [lines, length] = [[], 0];
    }
  } catch (error) {
    // What came before is as good as ever.
    yield* stretchOfLines(lines, file, journal);
    throw error;
  }
  yield* stretchOfLines(lines, file, journal);
  yield stretchOf(() =>
    [...journal.open].map(([id, at]) =>
      unread(at, `${id} was sent, and what came of it was not written down`),
    ),
  );
}

function* stretchOfLines(
  lines: readonly TextLine[],
  file: string,
  journal: Journal,
): Generator<RecordedStretch> {
  if (lines.length === 0) return;
  const texts = packTexts(lines.map(({ bytes }) => bytes));
  // Without their bytes, which would hold on to all that was read with them.
  const places = lines.map(({ number, byte, isOpen }): LinePlace => ({ number, byte, isOpen }));
  yield {
    form: { kind: 'line' },
    texts,
    read: (entry) => itemsOf(textAt(texts, entry), places[entry], file, journal),
  };
}

type LinePlace = Omit<TextLine, 'bytes'>;

function itemsOf(
  text: string,
  place: LinePlace | undefined,
  file: string,
  journal: Journal,
): readonly RecordedItem[] {
  if (place === undefined || text.trim() === '') return [];
  const { number, byte, isOpen } = place;
  const at = `${file}, line ${number}`;
  const value = parseJson(text);
  if (value === undefined)
    return [unread(`${at}, byte ${byte}`, isOpen ? 'the file breaks off' : 'it is no JSON')];
  const item = itemOf(value, at, journal);
  return item === undefined ? [] : [item];
}

/** The exchange of a line that needs no other to be understood. */
export function exchangeInLine(text: string): ObservedExchange | undefined {
  const value = parseJson(text);
  return value === undefined || kindOf(value) !== undefined ? undefined : exchangeOf(value, '');
}

function itemOf(value: Json, at: string, journal: Journal): RecordedItem | undefined {
  const kind = kindOf(value);
  if (kind === 'exchange' && isEvidenceLine(value)) return itemOfEvidence(value, at, journal);
  if (kind === 'sending' && isSendingLine(value)) {
    journal.superseded.delete(value.id);
    journal.open.set(value.id, at);
    return undefined;
  }
  if (kind === 'unsent' && isUnsentLine(value)) return { kind: 'unsent', slot: value.slot };
  const observed = kind === undefined ? exchangeOf(value, at) : undefined;
  return observed === undefined ? unread(at, whatIsWrong(value, kind)) : exchangeItem(observed);
}

function exchangeOf(value: Json, at: string): ObservedExchange | undefined {
  if (isObservedLine(value)) return observedOf(value, at);
  if (isSeenExchange(value)) return observedOf({ url: value.request.path, exchange: value }, at);
  return undefined;
}

/** An answer that others have followed waits for them. */
function itemOfEvidence(line: EvidenceLine, at: string, journal: Journal): RecordedItem | undefined {
  const exchange = wholeExchange(line.exchange);
  const { id, operation } = line.exchange;
  const others = journal.superseded.get(id) ?? [];
  if (line.superseded === true) {
    journal.superseded.set(id, [...others, { ...exchange, id, operation }]);
    return undefined;
  }
  journal.superseded.delete(id);
  journal.open.delete(id);
  const observed = { at, url: exchange.request.path, exchange };
  const { plan, reading, stateValues = {} } = line;
  if (plan === undefined) return exchangeItem(observed);
  const request = { ...plan.request, body: plan.request.body };
  const planned = { ...plan, request, id, operation, stateValues, reading: reading ?? null };
  return exchangeItem({ ...observed, planned: { ...planned, superseded: others } });
}

function observedOf({ url, exchange, at: seenAt, sentAt, lost }: ObservedLine, at: string): ObservedExchange {
  return {
    ...{ at: seenAt === undefined ? at : `${at} (${seenAt})`, url, exchange: wholeExchange(exchange) },
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(lost === undefined ? {} : { lost }),
  };
}

/** The query of an exchange stands beside its path. */
function wholeExchange(seen: SeenExchange): ObservedExchange['exchange'] {
  const { request, result, notifications = [], timing = { responseMs: 0 } } = seen;
  return {
    ...{ result, notifications, timing, request: { ...request, body: request.body } },
    notificationWait: seen.notificationWait ?? { kind: 'not-awaited' },
  };
}

function exchangeItem(observed: ObservedExchange): RecordedItem {
  return { kind: 'exchange', observed };
}

function whatIsWrong(value: Json, kind: string | undefined): string {
  if (kind === 'exchange') return misshapen(isEvidenceLine);
  if (kind === 'sending') return misshapen(isSendingLine);
  if (kind === 'unsent') return misshapen(isUnsentLine);
  if (kind !== undefined) return 'no such line is known';
  return isJsonObject(value) && value['exchange'] !== undefined
    ? misshapen(isObservedLine)
    : misshapen(isSeenExchange);
}

function kindOf(value: Json): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind } = value;
  return kind === undefined || typeof kind === 'string' ? kind : '';
}
