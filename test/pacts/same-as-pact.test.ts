// A pact that we have brought into the form of V4 has to mean what it meant to Pact itself in its own form.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVerification } from '../../src/judges/contract/read-verification.ts';
import { startVerifierProcess } from '../../src/judges/contract/verifier-process.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { responseForPact } from '../../src/pacts/expected-answer.ts';
import { readPact } from '../../src/pacts/read-pact.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { fixture } from './judge-pacts.ts';

let verifier: ReturnType<typeof startVerifierProcess>;
beforeAll(() => {
  verifier = startVerifierProcess();
});
afterAll(() => verifier.close());

const JOINED = { data: { id: 1684, status: 'active', users: [{ userId: 25 }] } };
const MADE = {
  ...{ success: true, agents: [{ agentId: 'X' }] },
  department: { _id: 'iTfLCX3qqwKgf5uqg', name: 'Night shift', enabled: true },
};

describe.each<[string, string, Json[]]>([
  [
    'V2',
    'chat-bot-acquire.v2.json',
    [
      JOINED,
      { data: { ...JOINED.data, users: [] } },
      { data: { ...JOINED.data, users: [{ userId: 'text' }, { userId: 3 }] } },
      { data: { ...JOINED.data, id: 1, more: true } },
      { data: { id: 1684 } },
      null,
    ],
  ],
  [
    'V3',
    'staff-planner-rocketchat.v3.json',
    [
      MADE,
      { ...MADE, agents: [] },
      { ...MADE, agents: [{ agentId: 5 }] },
      { ...MADE, department: { ...MADE.department, _id: 'short' } },
      { ...MADE, success: 'true' },
    ],
  ],
])('%s', (_, name, answers) => {
  it.each(answers.map((answer) => [JSON.stringify(answer), answer] as const))(
    'of %s',
    async (_text, answer) => {
      const { origin } = await serveHttp((_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      });
      const document = fixture(name);
      expect(await differences(inV4(name, document), origin)).toEqual(
        await differences(alone(document), origin),
      );
    },
  );
});

/** The first interaction alone; its states are nothing to the matching. */
function alone(document: Json): Json {
  if (!isJsonObject(document) || !isJsonArray(document['interactions'])) return null;
  const [first] = document['interactions'];
  const { providerState: _state, providerStates: _states, ...rest } = isJsonObject(first) ? first : {};
  return { ...document, interactions: [rest] };
}

function inV4(name: string, document: Json): JsonObject {
  const [first] = readPact(name, document).exchanges;
  if (first === undefined) throw new Error('nothing to verify');
  const { method, path, query, headers } = first.request;
  return {
    ...{ consumer: { name: 'c' }, provider: { name: 'p' } },
    interactions: [
      {
        ...{ type: 'Synchronous/HTTP', description: first.description },
        request: { method, path, query, headers },
        response: responseForPact(first.response),
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

async function differences(document: Json, providerBaseUrl: string): Promise<readonly string[]> {
  const file = join(temporaryFolder(), 'pact.json');
  writeFileSync(file, JSON.stringify(document));
  const { verify } = verifier;
  const job = { pactFile: file, provider: 'p', baseUrl: providerBaseUrl, stateUrl: providerBaseUrl };
  const json = await verify({ ...job, message: null });
  const verification = readVerification(json);
  if (verification.kind === 'unverified') throw new Error(verification.reason);
  const found = verification.kind === 'matched' ? [] : verification.mismatches;
  return found.map(({ type, path, text }) => `${type} ${path} ${text}`).toSorted();
}
