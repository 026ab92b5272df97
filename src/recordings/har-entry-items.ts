import type { Json } from '../model/json.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { ReadItems, RecordedItem } from '../model/recorded.ts';
import { framedMessages, polledMessages } from './bayeux-messages.ts';
import { exchangeOfEntry, mayBePacked, withPlainBody } from './har-exchange.ts';
import { parseJson } from './parse-json.ts';
import {
  type ConformanceMember,
  type HarEntry,
  isConformanceMember,
  isHarEntry,
  isUnsentSlot,
  misshapen,
} from './recorded-shapes.ts';
import { unread } from './unread.ts';

/** All that an entry of a HAR file holds. `at` is its place for people. */
export function itemsOfEntry(text: string, at: string, keepsCredentials: boolean): ReadItems {
  const entry = parseJson(text);
  if (entry === undefined) return [unread(at, 'it is no JSON')];
  if (!isHarEntry(entry)) return [unread(at, misshapen(isHarEntry))];
  const { _conformance: own } = entry;
  if (own !== undefined && !isConformanceMember(own))
    return [unread(at, `in _conformance ${misshapen(isConformanceMember)}`)];
  const observed = exchangeOfEntry(entry, at, keepsCredentials);
  return mayBePacked(observed)
    ? withPlainBody(observed).then((plain) => itemsOfExchange(entry, at, plain, own))
    : itemsOfExchange(entry, at, observed, own);
}

/** The exchange of an entry that holds nothing else, and needs nothing else to be understood. */
export function exchangeInEntry(text: string, keepsCredentials: boolean): ObservedExchange | undefined {
  const entry = parseJson(text);
  if (entry === undefined || !isHarEntry(entry) || entry._conformance !== undefined) return undefined;
  const observed = exchangeOfEntry(entry, '', keepsCredentials);
  if (mayBePacked(observed) || polledMessages(observed) !== undefined) return undefined;
  return framedMessages(entry, '').length > 0 ? undefined : observed;
}

/** A slot of a run of ours that nothing was sent for. */
export function itemOfUnsent(text: string, at: string): RecordedItem {
  const slot = parseJson(text);
  return slot === undefined ? unread(at, 'it is no JSON') : unsentItem(slot, at);
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
