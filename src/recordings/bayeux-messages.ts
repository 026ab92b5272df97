import { bytesOf } from '../model/body-bytes.ts';
import type { Body, SentRequest } from '../model/exchange.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { HeardMessage, Listened } from '../model/recorded.ts';
import { parseJson } from './parse-json.ts';
import type { HarEntry } from './recorded-shapes.ts';

/** What a client heard in the answer to a long poll; undefined where the entry is none. */
export function polledMessages({ exchange, sentAt }: ObservedExchange): Listened | undefined {
  const { result, timing } = exchange;
  if (result.kind === 'failure' || sentAt === undefined) return undefined;
  const text = textOf(result.response.body);
  if (!/^\s*\[/.test(text) || !text.includes('"channel"')) return undefined;
  const messages = bayeuxMessages(text);
  return (
    messages && {
      kind: 'listened',
      until: sentAt + timing.responseMs,
      session: sessionOf(exchange.request),
      messages,
    }
  );
}

function textOf(body: Body): string {
  return 'text' in body ? body.text : bytesOf(body).toString('utf8');
}

/** Every poll of a session names it (Bayeux 1.0, section 3.4). */
function sessionOf({ body }: SentRequest): string {
  const text = body === undefined ? '' : textOf(body);
  return /"clientId"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '';
}

/** What came over a WebSocket, each frame at its own time. */
export function framedMessages({ _webSocketMessages: frames }: HarEntry, at: string): readonly Listened[] {
  return (frames ?? []).flatMap(({ type, time, data }) => {
    const messages = type === 'receive' && time !== undefined ? bayeuxMessages(data) : undefined;
    // Recorders count seconds there, with a fraction.
    return messages === undefined || time === undefined
      ? []
      : [{ kind: 'listened', until: time * 1000, session: at, messages } as const];
  });
}

/** A list of objects with a channel (Bayeux 1.0, section 4.1); those of the protocol itself are left out. */
function bayeuxMessages(text: string): readonly HeardMessage[] | undefined {
  const list = parseJson(text);
  if (!isJsonArray(list) || list.length === 0) return undefined;
  const messages = list.filter(isJsonObject);
  const channels = messages.map(({ channel }) => channel).filter((channel) => typeof channel === 'string');
  if (channels.length < list.length) return undefined;
  return messages.flatMap(({ channel, data }) =>
    typeof channel === 'string' && !channel.startsWith('/meta/') && data !== undefined
      ? [{ channel, data }]
      : [],
  );
}
