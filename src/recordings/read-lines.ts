import type { Exchange } from '../model/exchange.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { RecordedItem } from '../model/recorded.ts';
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
import { type TextLine, textLines } from './text-lines.ts';

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
): AsyncGenerator<readonly RecordedItem[]> {
  const journal: Journal = { open: new Map(), superseded: new Map() };
  for await (const line of textLines(chunks, MOST_ENTRY_BYTES)) yield itemsOf(line, file, journal);
  yield [...journal.open].map(([id, at]) =>
    unread(at, `${id} was sent, and what came of it was not written down`),
  );
}

function itemsOf(line: TextLine, file: string, journal: Journal): readonly RecordedItem[] {
  const at = `${file}, line ${line.number}`;
  if (line.text.trim() === '') return [];
  const value = parseJson(line.text);
  if (value === undefined)
    return [unread(`${at}, byte ${line.byte}`, line.isOpen ? 'the file breaks off' : 'it is no JSON')];
  const item = itemOf(value, at, journal);
  return item === undefined ? [] : [item];
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
  if (kind === undefined && isObservedLine(value)) return exchangeItem(observedOf(value, at));
  if (kind === undefined && isSeenExchange(value))
    return exchangeItem(observedOf({ url: value.request.path, exchange: value }, at));
  return unread(at, whatIsWrong(value, kind));
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

function unread(at: string, reason: string): RecordedItem {
  return { kind: 'unread', entry: { at, reason } };
}
