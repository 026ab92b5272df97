import type { Body, Exchange, Pair, SentRequest, TransportFailure } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { kindOfNotification } from '../model/notification-matching.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { type Cloak, cloakEscaped, cloakText } from './cloak.ts';
import { maskBytes } from './mask-again.ts';
import { type BodyOf, maskBodyText } from './mask-json-text.ts';
import { type FindKind, kindsBySchema } from './personal-places.ts';
import { isSecretHeader, isUnmistakable, readCookie } from './sensitive-places.ts';

/** Where the schemas of an exchange are. */
export interface Described {
  readonly spec: Spec;
  readonly operation: Operation;
}

/** The exchange with every secret, and everybody where people are real, replaced; what it shows is learnt on the way. */
export function maskExchange(exchange: Exchange, described: Described | undefined, cloak: Cloak): Exchange {
  const { result, notificationWait } = exchange;
  const find = (pointer: string | undefined): FindKind => kindsAt(described, pointer);
  return {
    ...exchange,
    // The answer first: a session that it opens may stand in what was sent as well.
    result:
      result.kind === 'failure'
        ? { kind: 'failure', failure: maskFailure(result.failure, cloak) }
        : {
            kind: 'response',
            response: {
              ...result.response,
              headers: result.response.headers.map((pair) => maskAnswerHeader(pair, cloak)),
              body: maskBody(result.response.body, {
                find: find(answerSchema(described, result.response.status)),
                cloak,
                isAnswer: true,
                isOfSuccess: result.response.status < 400,
              }),
            },
          },
    request: maskRequest(exchange.request, described, cloak),
    notifications: exchange.notifications.map((notification) => ({
      ...notification,
      channel: cloakEscaped(notification.channel, cloak),
      data: maskData(notification.data, {
        find: find(messageSchema(described, notification.data)),
        cloak,
        isAnswer: true,
        isOfSuccess: true,
      }),
    })),
    notificationWait:
      notificationWait.kind === 'failed'
        ? { kind: 'failed', failure: maskFailure(notificationWait.failure, cloak) }
        : notificationWait,
  };
}

function kindsAt(described: Described | undefined, pointer: string | undefined): FindKind {
  return described === undefined ? () => undefined : kindsBySchema(described.spec, pointer);
}

function answerSchema(described: Described | undefined, status: number): string | undefined {
  return described?.operation.responses.find((one) => one.status === status)?.schemaPointer;
}

function messageSchema(described: Described | undefined, data: Json): string | undefined {
  const protocol = described?.operation.notifications;
  return protocol && kindOfNotification(protocol, data)?.schemaPointer;
}

/** What is sent, or only shown, with every secret and everybody replaced. */
export function maskRequest(
  request: SentRequest,
  described: Described | undefined,
  cloak: Cloak,
): SentRequest {
  const find = kindsAt(described, described?.operation.requestSchemaPointer);
  return {
    ...request,
    path: cloakEscaped(request.path, cloak),
    query: request.query.map(([name, value]): Pair => [name, cloakText(value, cloak)]),
    headers: request.headers.map(([name, value]): Pair => {
      const masked = cloak.secrets.maskCredential(value);
      return [name, cloak.people?.replaceIn(masked) ?? masked];
    }),
    body: request.body && maskBody(request.body, { find, cloak, isAnswer: false, isOfSuccess: false }),
  };
}

function maskAnswerHeader([name, value]: Pair, cloak: Cloak): Pair {
  const { secrets } = cloak;
  if (name.toLowerCase() === 'set-cookie') {
    const cookie = readCookie(value);
    if (cookie === undefined) return [name, cloakText(value, cloak)];
    if (isUnmistakable(cookie.value)) secrets.add(cookie.value, '[secret:cookie]');
    return [name, cloakEscaped(cookie.withValue('[secret:cookie]'), cloak)];
  }
  if (value === '' || !isSecretHeader(name)) return [name, cloakEscaped(value, cloak)];
  const shown = `[secret:${name.toLowerCase()}]`;
  if (isUnmistakable(value)) secrets.add(value, shown);
  const masked = secrets.maskCredential(value);
  return [name, masked === value ? shown : masked];
}

function maskFailure(failure: TransportFailure, cloak: Cloak): TransportFailure {
  return { ...failure, message: cloakText(failure.message, cloak) };
}

function maskBody(body: Body, of: BodyOf): Body {
  if ('text' in body) return { text: maskBodyText(body.text, of) };
  return { base64: maskBytes(body.base64, of.cloak) };
}

function maskData(data: Json, of: BodyOf): Json {
  // What was JSON is JSON again: only texts and digits change.
  return JSON.parse(maskBodyText(JSON.stringify(data), of)) as Json;
}
