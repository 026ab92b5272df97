// Writes pacts/night-shift-lanterndesk.json through Pact's own mock server, as a consumer's tests do.
// Each interaction says by references which operation it is about and what its sender means to provoke.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';

process.env.PACT_DO_NOT_TRACK = 'true';
const { fromProviderState, string } = MatchersV3;
/** `{name}` is a value that a provider state supplies; Pact writes a dollar before it. */
const supplied = (text, example) => fromProviderState(text.replaceAll('{', '$${'), example);

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, 'pacts'));
rmSync(join(folder, 'night-shift-lanterndesk.json'), { force: true });
const pact = new PactV4({ consumer: 'night-shift', provider: 'lanterndesk', dir: folder, logLevel: 'error' });

const path = supplied('/v1/conversations/{conversationId}/handover', '/v1/conversations/c-1/handover');
const key = supplied('{lanternKey}', 'key-of-the-night-shift');
const team = supplied('{teamId}', 't-1');

await exercise({
  description: 'a conversation that is handed over',
  states: ['an open conversation', 'a team'],
  references: { intent: 'accepted', outcome: 'success' },
  lines: '3-4 stated; 14-18 stated',
  request: { headers: { 'X-Lantern-Key': key }, body: { team, priority: 'high' } },
  response: {
    status: 200,
    body: { conversation: string('c-1'), team: string('t-1'), handedOverAt: string('2026-03-02T09:14:00Z') },
  },
});

await exercise({
  description: 'a handover to nobody',
  states: ['an open conversation'],
  references: { intent: 'refused', cause: 'missing-field', field: 'body#/team' },
  lines: '10 stated; 24-25 stated',
  request: { headers: { 'X-Lantern-Key': key }, body: { priority: 'high' } },
  response: { status: 422, body: { error: { code: string('missing') } } },
});

async function exercise({ description, states, references, lines, request, response }) {
  const draft = pact.addInteraction().uponReceiving(description);
  for (const state of states) draft.given(state);
  draft.reference('conformance', 'operation', 'lanterndesk.handOverConversation');
  for (const [name, value] of Object.entries(references)) draft.reference('conformance', name, value);
  draft.reference('documents', 'lanterndesk-handover', lines);
  await draft
    .withRequest('POST', path, (builder) => builder.headers(request.headers).jsonBody(request.body))
    .willRespondWith(response.status, (builder) => builder.jsonBody(response.body))
    .executeTest(async ({ url }) => {
      const answer = await fetch(`${url}/v1/conversations/c-1/handover`, {
        method: 'POST',
        headers: { 'X-Lantern-Key': 'key-of-the-night-shift', 'Content-Type': 'application/json' },
        body: JSON.stringify(MatchersV3.reify(request.body)),
      });
      assert.equal(answer.status, response.status);
    });
}
