// One request by the product's own client, and what is made of it when no answer comes.
import type { ServerResponse } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { diagnoseAnswer } from '../../src/diagnosis/diagnose-answer.ts';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.ts';
import { createHttpClient, type HttpClientOptions, type SendResult } from '../../src/targets/http-client.ts';
import { outgoing } from '../fixtures/exchange-parts.ts';

export function ask(
  origin: string,
  options: Partial<HttpClientOptions> = {},
  request = outgoing(),
): Promise<SendResult> {
  const client = createHttpClient({ timeoutMs: 5000, ...options });
  onTestFinished(() => client.close());
  return client.send(origin, request);
}

/** The phase and the trouble, or the status and the trouble that it speaks of. */
export function told(result: SendResult): string {
  if (result.kind === 'failure') return `${result.failure.phase}: ${diagnoseFailure(result.failure).id}`;
  const trouble = diagnoseAnswer(result.response);
  return `${result.response.status}${trouble === undefined ? '' : `: ${trouble.id}`}`;
}

/** An HTTPS server that answers everybody whom it lets in; gives its port. */
export async function serveTls(
  options: ServerOptions,
  answer = (response: ServerResponse) => response.end('{"in":true}'),
): Promise<number> {
  const server = createServer(options, (request, response) => {
    request.resume();
    request.on('end', () => answer(response));
  });
  server.on('tlsClientError', () => {});
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return port;
}
