// The drafted answer onto the wire.
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, answerText } from './answer.ts';

/** Settles when nothing more will be written. `closing` cuts any wait short. */
export async function sendAnswer(
  answer: Answer,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const bytes = Buffer.from(answerText(answer), 'utf8');
  const { delivery } = answer;
  switch (delivery.kind) {
    case 'whole':
      if (delivery.delayMs > 0) await sleep(delivery.delayMs, undefined, { signal: closing }).catch(() => {});
      response.writeHead(answer.status, wireHeaders(answer, bytes.length));
      response.end(bytes);
      return;
    case 'cut':
      response.writeHead(answer.status, wireHeaders(answer, bytes.length));
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
      return;
    case 'dropped':
      response.destroy();
      return;
    case 'never':
      return;
    default:
      delivery satisfies never;
  }
}

/** Connections are not kept: a closing mock leaves nobody with a half-dead socket. */
function wireHeaders(answer: Answer, length: number): Record<string, string> {
  return { ...answer.headers, 'content-length': String(length), connection: 'close' };
}
