// Pacts of the user's own, held against what was recorded: nobody sent what their examples show.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { judgeExchange } from '../../src/library/judge-exchange.ts';
import { loadSuite } from '../../src/library/load-suite.ts';
import { withMember } from '../../src/model/edit-json.ts';
import type { Json } from '../../src/model/json.ts';
import { startObservation } from '../../src/observed/observation.ts';
import { observeStretches } from '../../src/observed/observe-stretches.ts';
import { NO_COUNTER } from '../../src/observed/stretch-counter.ts';
import { withContracts } from '../../src/pacts/bring-to-suite.ts';
import { createMasker } from '../../src/privacy/masker.ts';
import { readStretches } from '../../src/recordings/read-recording.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { entry, har, inPieces, shownAnswer } from '../observed/har-parts.ts';
import { header } from '../observed/observed-run.ts';
import { FOLDER, tied } from './judge-pacts.ts';

const SAID = 'Is there anything else that we can do?';
const PATH = '/api/v1/crm/messenger/chat/add-message?contactId=33&x-user-type=user';
const REQUEST = { caseId: 5021, message: { message: SAID, type: 'message' } };

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

/** The answer that the document shows, to this request. */
function answered(changes: Readonly<Record<string, Json | undefined>> = {}): Json {
  const told = { '/data/caseId': 5021, '/data/contactId': 33, '/data/message': SAID, ...changes };
  return Object.entries(told).reduce<Json>(
    (answer, [at, value]) => withMember(answer, at, value),
    shownAnswer('acquire.addChatMessage'),
  );
}

/** What has become of each consumer. */
async function standings(...answers: readonly Json[]): Promise<Readonly<Record<string, string>>> {
  const whole = withContracts(suite, tied(['chat-bot-acquire.v2.json', 'supervisor-acquire.v4.json']));
  const masker = createMasker({ suite, secrets: [], people: 'real' });
  const ground = { suite: whole, checks, matcher, masker };
  const observation = startObservation(ground);
  const url = `https://chat.example.org${PATH}`;
  const headers = [['Authorization', 'Bearer of-nobody']] as const;
  const entries = answers.map((answer) => entry({ url, headers, body: REQUEST, answer }));
  await observeStretches(observation, readStretches(inPieces(har('Charles', entries)), 'traffic'), ground, {
    counter: NO_COUNTER,
  });
  const { reliedOn, observation: seen } = observation.report(header);
  expect(seen).toMatchObject({ exchanges: answers.length, matched: answers.length });
  return Object.fromEntries(reliedOn.consumers.map(({ consumer, standing }) => [consumer, standing]));
}

it('one exchange is held against the contract of each consumer, with what was sent in truth', async () => {
  expect(await standings(answered())).toMatchObject({ 'support-desk': 'kept', 'Chat Bot': 'kept' });
});

it('an answer breaks whoever relies on what differs, and nobody else', async () => {
  // The bot alone expects its own words again by their value.
  const translated = answered({ '/data/message': 'Something else altogether' });
  expect(await standings(answered(), translated)).toMatchObject({ 'Chat Bot': 'broken' });
  const undated = answered({ '/data/dateCreated': undefined });
  expect(await standings(answered(), undated)).toMatchObject({
    'support-desk': 'broken',
    'Chat Bot': 'kept',
  });
});

it('what nobody recorded is neither kept nor broken', async () => {
  // The supervisor is refused in its pact; nobody was.
  expect((await standings(answered()))['supervisor']).not.toMatch(/kept|broken/);
});

it('a test of one\u2019s own judges by them too', async () => {
  const own = await loadSuite({ pacts: `${FOLDER}/chat-bot-acquire.v2.json` });
  const request = { method: 'POST', url: `https://chat.example.org${PATH}`, body: JSON.stringify(REQUEST) };
  const headers = { authorization: 'Bearer of-nobody', 'content-type': 'application/json' };
  const body = JSON.stringify(answered({ '/data/id': undefined }));
  const response = { status: 200, headers: { 'content-type': 'application/json' }, body };
  const judged = await judgeExchange(own, { request: { ...request, headers }, response });
  if (judged.kind !== 'judged') throw new Error(judged.reason);
  const impacts = judged.report.reliedOn.consumers.map(({ consumer, standing }) => [consumer, standing]);
  expect(impacts).toContainEqual(['Chat Bot', 'broken']);
});
