import type { Body, Exchange, Pair, TransportFailure } from '../model/exchange.ts';
import { maskJson, maskText } from '../model/mask-text.ts';
import type { Mask } from '../model/plan.ts';

/** The exchange with every secret replaced: the only form in which it is kept, judged and shown. */
export function maskExchange(exchange: Exchange, masks: readonly Mask[]): Exchange {
  const text = (value: string) => maskText(value, masks);
  const pairs = (list: readonly Pair[]): readonly Pair[] => list.map(([name, value]) => [name, text(value)]);
  const body = (bytes: Body): Body =>
    'text' in bytes ? { text: text(bytes.text) } : { base64: maskBytes(bytes.base64, masks) };
  const failure = (trouble: TransportFailure): TransportFailure => ({
    ...trouble,
    message: text(trouble.message),
  });
  const { request, result, notificationWait } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      path: text(request.path),
      query: pairs(request.query),
      headers: pairs(request.headers),
      body: request.body && body(request.body),
    },
    result:
      result.kind === 'failure'
        ? { kind: 'failure', failure: failure(result.failure) }
        : {
            kind: 'response',
            response: {
              ...result.response,
              headers: pairs(result.response.headers),
              body: body(result.response.body),
            },
          },
    notifications: exchange.notifications.map((notification) => ({
      ...notification,
      channel: text(notification.channel),
      data: maskJson(notification.data, masks),
    })),
    notificationWait:
      notificationWait.kind === 'failed'
        ? { kind: 'failed', failure: failure(notificationWait.failure) }
        : notificationWait,
  };
}

/** One character a byte, so that a secret is found among bytes that are no text. */
function maskBytes(base64: string, masks: readonly Mask[]): string {
  const asBytes = masks.map(({ secret, shown }) => ({
    secret: Buffer.from(secret, 'utf8').toString('latin1'),
    shown,
  }));
  const masked = maskText(Buffer.from(base64, 'base64').toString('latin1'), asBytes);
  return Buffer.from(masked, 'latin1').toString('base64');
}
