// The drafted answer onto the wire.
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, answerText, type WireForm } from './answer.ts';

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
      return sendWhole(answer, bytes, delivery.form ?? {}, response);
    case 'cut':
      response.writeHead(answer.status, wireHeaders(answer, { 'content-length': String(bytes.length) }));
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

async function sendWhole(
  answer: Answer,
  bytes: Buffer,
  { coding, chunkBytes, headerCase }: WireForm,
  response: ServerResponse,
): Promise<void> {
  const coded = coding?.encode(bytes) ?? bytes;
  const headers = wireHeaders(answer, {
    ...(coding === undefined ? {} : { 'content-encoding': coding.name }),
    // Without a length, Node sends in chunks.
    ...(chunkBytes === undefined ? { 'content-length': String(coded.length) } : {}),
  });
  response.writeHead(answer.status, headerCase === 'upper' ? withCapitals(headers) : headers);
  const step = chunkBytes ?? coded.length;
  for (let start = 0; start + step < coded.length; start += step)
    await written(response, coded.subarray(start, start + step));
  response.end(coded.subarray(lastStart(coded.length, step)));
}

function lastStart(length: number, step: number): number {
  return length === 0 ? 0 : Math.floor((length - 1) / step) * step;
}

function written(response: ServerResponse, part: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.write(part, () => resolve());
  });
}

function withCapitals(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
}

/** Connections are not kept: a closing mock leaves nobody with a half-dead socket. */
function wireHeaders(answer: Answer, framing: Record<string, string>): Record<string, string> {
  return { ...answer.headers, ...framing, connection: 'close' };
}
