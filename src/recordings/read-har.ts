import { isJsonObject, type Json } from '../model/json.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { RecordedItem } from '../model/recorded.ts';
import { framedMessages, polledMessages } from './bayeux-messages.ts';
import { exchangeOfEntry, mayBePacked, withPlainBody } from './har-exchange.ts';
import { type Breach, JsonSlicer, type Slice } from './json-slicer.ts';
import { parseJson } from './parse-json.ts';
import {
  type ConformanceMember,
  type HarEntry,
  isConformanceMember,
  isHarEntry,
  isUnsentSlot,
  misshapen,
} from './recorded-shapes.ts';

export const MOST_ENTRY_BYTES = 256 * 1024 * 1024;

/** Few enough to be gone before they are in the way, and enough to be worth a wait. */
const MOST_AT_ONCE = 8;

/** Recorders that write down every header, whatever it holds; others may leave out what lets somebody in. */
const KEEP_CREDENTIALS = /mitmproxy|charles|livechat-conformance/i;

/** The entries of a HAR file (version 1.2), as they come. */
export async function* readHar(
  chunks: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<readonly RecordedItem[]> {
  const slicer = new JsonSlicer(MOST_ENTRY_BYTES);
  const seen: Seen = { keepsCredentials: false, entries: 0 };
  for await (const chunk of chunks) {
    let items: RecordedItem[] = [];
    for (const slice of slicer.add(chunk)) {
      note(slice, seen);
      const found = itemsOf(slice, file, seen.keepsCredentials);
      items.push(...(found instanceof Promise ? await found : found));
      if (items.length < MOST_AT_ONCE) continue;
      yield items;
      items = [];
    }
    yield items;
  }
  const last = lastOf(slicer.end(), seen.entries, file);
  if (last !== undefined) yield [last];
}

interface Seen {
  /** Does the recorder? */
  keepsCredentials: boolean;
  entries: number;
}

function note(slice: Slice | Breach, seen: Seen): void {
  if (slice.kind === 'breach') return;
  if (slice.key === 'creator') seen.keepsCredentials = KEEP_CREDENTIALS.test(nameIn(slice.text));
  if (slice.key === 'entries') seen.entries += 1;
}

/** What is to be said of the file as a whole, once its end was seen. */
function lastOf(breach: Breach | undefined, entries: number, file: string): RecordedItem | undefined {
  if (breach !== undefined) return unreadBreach(breach, file);
  return entries === 0 ? unread(file, 'it holds no entry') : undefined;
}

/** Most entries are read at once: to wait for each would take longer than to read it. */
type Items = readonly RecordedItem[] | Promise<readonly RecordedItem[]>;

function itemsOf(slice: Slice | Breach, file: string, keepsCredentials: boolean): Items {
  if (slice.kind === 'breach') return [unreadBreach(slice, file)];
  const { key, number, line, byte, text } = slice;
  if (key !== 'entries' && key !== '_unsent') return [];
  const at = `${file}, ${key === 'entries' ? 'entry' : 'slot'} ${number} (line ${line}, byte ${byte})`;
  const value = parseJson(text);
  if (value === undefined) return [unread(at, 'it is no JSON')];
  if (key === '_unsent') return [unsentItem(value, at)];
  if (!isHarEntry(value)) return [unread(at, misshapen(isHarEntry))];
  return itemsOfEntry(value, at, keepsCredentials);
}

function itemsOfEntry(entry: HarEntry, at: string, keepsCredentials: boolean): Items {
  const { _conformance: own } = entry;
  if (own !== undefined && !isConformanceMember(own))
    return [unread(at, `in _conformance ${misshapen(isConformanceMember)}`)];
  const observed = exchangeOfEntry(entry, at, keepsCredentials);
  return mayBePacked(observed)
    ? withPlainBody(observed).then((plain) => itemsOfExchange(entry, at, plain, own))
    : itemsOfExchange(entry, at, observed, own);
}

function itemsOfExchange(
  entry: HarEntry,
  at: string,
  observed: ObservedExchange,
  own: ConformanceMember | undefined,
): readonly RecordedItem[] {
  if (own !== undefined)
    return [
      ...(entry._unsent ?? []).map((slot) => unsentItem(slot, at)),
      { kind: 'exchange', observed: asPlanned(observed, own) },
    ];
  const framed = framedMessages(entry, at);
  const polled = polledMessages(observed);
  if (polled !== undefined) return [...framed, polled];
  return framed.length > 0 ? framed : [{ kind: 'exchange', observed }];
}

function unsentItem(slot: Json, at: string): RecordedItem {
  return isUnsentSlot(slot) ? { kind: 'unsent', slot } : unread(at, misshapen(isUnsentSlot));
}

/** With what the format has no place for. */
function asPlanned({ at, url, exchange }: ObservedExchange, own: ConformanceMember): ObservedExchange {
  const { plan, reading, redirect, failure, notifications, notificationWait } = own;
  const { stateValues, superseded, operation, path } = own;
  const planned: ObservedPlan = {
    ...{ ...plan, id: own.exchange, operation, stateValues, superseded },
    request: { ...plan.request, body: plan.request.body },
    reading: reading ?? null,
  };
  const { result } = exchange;
  const { redirect: _guess, ...response } = result.kind === 'response' ? result.response : NO_ANSWER;
  return {
    ...{ at, url, planned },
    exchange: {
      ...{ ...exchange, notifications, notificationWait },
      request: { ...exchange.request, path },
      result:
        failure === undefined
          ? { kind: 'response', response: { ...response, ...(redirect && { redirect }) } }
          : { kind: 'failure', failure },
    },
  };
}

const NO_ANSWER = { status: 0, headers: [], body: { text: '' }, redirect: undefined };

function unreadBreach({ line, byte, reason }: Breach, file: string): RecordedItem {
  return unread(`${file}, line ${line}, byte ${byte}`, `${reason}; what follows could not be read`);
}

function unread(at: string, reason: string): RecordedItem {
  return { kind: 'unread', entry: { at, reason } };
}

function nameIn(creator: string): string {
  const value = parseJson(creator);
  const name = isJsonObject(value) ? value['name'] : undefined;
  return typeof name === 'string' ? name : '';
}
