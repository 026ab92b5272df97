// What the proxy costs: a request, a large answer, many polls at once; each beside a direct connection.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Agent, request } from 'undici';
import type { Report } from '../src/model/report.ts';
import {
  LARGE_MB,
  type MeasuredProxy,
  type ServedVendor,
  serveVendor,
  startMeasured,
} from './proxied-vendor.ts';
import { compare, WIDTH } from './ratio.ts';

const SAMPLE = resolve(import.meta.dirname, '../reports/sample/report.json');
const REQUESTS = 500;
const POLLS = 1000;

const dispatcher = new Agent({ keepAliveTimeout: 60_000 });
const vendor = await serveVendor(joinedCase());
const proxy = await startMeasured(vendor.origin);
await report(vendor, proxy);
await proxy.close();
vendor.close();
await dispatcher.close();

/** Idle memory is that of the judges, Pact and the specs; what passes is to be seen beside it. */
async function report({ origin, held }: ServedVendor, passing: MeasuredProxy): Promise<void> {
  const through = `${passing.origin}/acquire`;
  await ask(`${through}/plain`, 50)();
  const idle = passing.peakMb();
  const grown = () => `${(passing.peakMb() - idle).toFixed(0)} MB more than idle`;
  const plain = `${REQUESTS} requests nobody judges: proxy / direct`;
  console.log(await compare(plain, 5, ask(`${through}/plain`, REQUESTS), ask(`${origin}/plain`, REQUESTS)));
  const judged = `${REQUESTS} requests judged on the side: proxy / direct`;
  console.log(await compare(judged, 5, join(through), join(origin)));
  console.log(await compare(`${LARGE_MB} MB answer: proxy / direct`, 3, large(through), large(origin)));
  console.log(`${''.padEnd(WIDTH)} ${grown()}`);
  const polls = (base: string) => () => poll(`${base}/api/v2/notifications`, held);
  const many = `${POLLS} polls held at once: proxy / direct`;
  console.log(await compare(many, 3, polls(`${passing.origin}/genesys`), polls(origin)));
  console.log(`${''.padEnd(WIDTH)} ${grown()}`);
}

function ask(url: string, times: number, body?: string): () => Promise<void> {
  const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
  return async () => {
    for (let sent = 0; sent < times; sent += 1) {
      const answer = await request(url, {
        method: 'GET',
        dispatcher,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      await answer.body.dump();
    }
  };
}

function join(base: string): () => Promise<void> {
  const body = JSON.stringify({ caseId: 40001, askJoin: true });
  return ask(`${base}/api/v1/crm/messenger/chat/join`, REQUESTS, body);
}

function large(base: string): () => Promise<void> {
  return async () => {
    const { body } = await request(`${base}/large`, { dispatcher });
    let bytes = 0;
    for await (const chunk of body) bytes += chunk.length;
    if (bytes !== LARGE_MB * 1024 * 1024) throw new Error(`only ${bytes} bytes came`);
  };
}

async function poll(url: string, held: ServedVendor['held']): Promise<void> {
  const polls = Array.from({ length: POLLS }, () =>
    request(url, { method: 'POST', body: '[]', dispatcher, headersTimeout: 0 }),
  );
  while (held.length < POLLS) await new Promise((done) => setTimeout(done, 5));
  for (const response of held.splice(0)) response.end('[]');
  await Promise.all(polls.map(async (one) => (await one).body.dump()));
}

/** An answer as documented: that of the sample report. */
function joinedCase(): string {
  const { operations } = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Report;
  const found = operations
    .flatMap(({ exchanges }) => exchanges)
    .find(({ operation, intent }) => operation === 'acquire.joinChat' && intent === 'to be accepted');
  if (found?.result.kind !== 'response' || !('text' in found.result.response.body)) return '{}';
  return found.result.response.body.text;
}
