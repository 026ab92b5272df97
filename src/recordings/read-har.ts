import { isJsonObject, type Json } from '../model/json.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { RecordedItem } from '../model/recorded.ts';
import { framedMessages, polledMessages } from './bayeux-messages.ts';
import { exchangeOfEntry } from './har-exchange.ts';
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

/** Recorders that write down every header, whatever it holds; others may leave out what lets somebody in. */
const KEEP_CREDENTIALS = /mitmproxy|charles|livechat-conformance/i;

/** The entries of a HAR file (version 1.2), one at a time. */
export async function* readHar(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<RecordedItem> {
  const slicer = new JsonSlicer(MOST_ENTRY_BYTES);
  let creator = '';
  let entries = 0;
  for await (const chunk of chunks)
    for (const slice of slicer.add(chunk)) {
      if (slice.kind === 'slice' && slice.key === 'creator') creator = nameIn(slice.text);
      if (slice.kind === 'slice' && slice.key === 'entries') entries += 1;
      for (const item of await itemsOf(slice, file, creator)) yield item;
    }
  const last = lastOf(slicer.end(), entries, file);
  if (last !== undefined) yield last;
}

/** What is to be said of the file as a whole, once its end was seen. */
function lastOf(breach: Breach | undefined, entries: number, file: string): RecordedItem | undefined {
  if (breach !== undefined) return unreadBreach(breach, file);
  return entries === 0 ? unread(file, 'it holds no entry') : undefined;
}

async function itemsOf(
  slice: Slice | Breach,
  file: string,
  creator: string,
): Promise<readonly RecordedItem[]> {
  if (slice.kind === 'breach') return [unreadBreach(slice, file)];
  const { key, number, line, byte, text } = slice;
  if (key !== 'entries' && key !== '_unsent') return [];
  const at = `${file}, ${key === 'entries' ? 'entry' : 'slot'} ${number} (line ${line}, byte ${byte})`;
  const value = parseJson(text);
  if (value === undefined) return [unread(at, 'it is no JSON')];
  if (key === '_unsent') return [unsentItem(value, at)];
  if (!isHarEntry(value)) return [unread(at, misshapen(isHarEntry))];
  return itemsOfEntry(value, at, KEEP_CREDENTIALS.test(creator));
}

async function itemsOfEntry(
  entry: HarEntry,
  at: string,
  keepsCredentials: boolean,
): Promise<readonly RecordedItem[]> {
  const { _conformance: own, _unsent: unsent = [] } = entry;
  if (own !== undefined && !isConformanceMember(own))
    return [unread(at, `in _conformance ${misshapen(isConformanceMember)}`)];
  const observed = await exchangeOfEntry(entry, at, keepsCredentials);
  if (own !== undefined)
    return [
      ...unsent.map((slot) => unsentItem(slot, at)),
      { kind: 'exchange', observed: asPlanned(observed, own) },
    ];
  const polled = polledMessages(observed);
  const heard = [...framedMessages(entry, at), ...(polled === undefined ? [] : [polled])];
  return heard.length > 0 ? heard : [{ kind: 'exchange', observed }];
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
