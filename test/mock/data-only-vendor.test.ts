// A vendor that is a spec and nothing else: no code of the mock knows it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSpecs } from '../../src/load/load-spec.ts';
import type { Spec, VendorDocument } from '../../src/model/spec.ts';
import { establish, runMock, type Sent, send } from './mock-client.ts';
import { openSession } from './notification-session.ts';

const SPEC = `
openapi: 3.1.0
info:
  title: Parrot
  version: 1.0.0
  x-source: { document: parrot, lines: [1, 9], strength: stated }
paths:
  /rooms/{room}/guests:
    x-source: { document: parrot, lines: [1, 9], strength: stated }
    post:
      operationId: addGuests
      summary: Add guests to a room
      x-source: { document: parrot, lines: [1, 9], strength: stated }
      x-effects: [creates]
      x-notifications:
        endpoint: /events
        channel: /rooms
        outcomes:
          success: { expects: [guestsAdded] }
      parameters:
        - { name: room, in: path, required: true, schema: { type: string } }
        - { name: notify, in: query, required: true, schema: { type: string } }
        - { name: X-Key, in: header, required: true, x-credential: true, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [guests]
              properties:
                guests: { type: array, items: { type: integer } }
      responses:
        '201':
          description: Added.
          x-echoes:
            - { at: /room, equals: $request.path.room }
            - { at: /notify, equals: $request.query.notify }
            - { at: /loud, equals: $request.query.notify, when: '1' }
            - { at: /guests/*/id, includes-each: $request.body#/guests }
            - { at: /link, ends-with-segment: $request.path.room }
          x-agreements:
            - { key-of: /guests/*, equals: /id }
            - { at: /summary/room, equals: /room }
            - { at: /guests/*/badge/id, equals: /guests/*/id }
            - { at: /left, not-before: /entered, precision: second }
          content:
            application/json:
              schema: { type: object }
              examples:
                documented:
                  value:
                    room: lobby
                    notify: 1
                    loud: 5
                    guests: { '7': { id: 7, seated: true, badge: { id: 7 } } }
                    link: https://parrot.invalid/rooms/lobby
                    summary: { room: lobby }
                    ticket: 12
                    entered: '2026-01-01T10:00:00.538Z'
                    left: '2026-01-01T10:00:00.000Z'
        '400':
          description: Something is missing.
          x-refuses: [missing-field]
          content:
            application/json:
              schema: { type: object }
              example: { fault: "property 'room' is missing" }
webhooks:
  guestsAdded:
    x-source: { document: parrot, lines: [1, 9], strength: stated }
    post:
      operationId: guestsAdded
      summary: Guests were added
      x-source: { document: parrot, lines: [1, 9], strength: stated }
      x-matches: { /kind: added }
      x-correlates:
        - { at: /room, equals: $request.path.room }
        - { at: /ticket, equals: $response.body#/ticket }
      requestBody:
        content:
          application/json:
            schema: { type: object }
            examples:
              documented: { value: { kind: added, room: lobby, ticket: 4 } }
`;

const DOCUMENT: VendorDocument = {
  id: 'parrot',
  vendor: 'parrot',
  title: 'Parrot',
  version: null,
  published: null,
  retrieved: '2026-01-01',
  file: 'parrot.txt',
  sha256: '0'.repeat(64),
  lines: 9,
};

function parrot(): readonly Spec[] {
  const folder = mkdtempSync(join(tmpdir(), 'parrot-'));
  writeFileSync(join(folder, 'parrot.yaml'), SPEC);
  const specs = loadSpecs(folder, [DOCUMENT]);
  rmSync(folder, { recursive: true });
  return specs;
}

async function runParrot() {
  const mock = await runMock({ specs: parrot() });
  const values = establish(mock, 'parrot', ['a room with guests'], {
    key: 'example-key',
    room: 'lobby',
    guests: [7, 8],
  });
  const sent: Sent = {
    method: 'POST',
    path: `/rooms/${String(values['room'])}/guests`,
    query: { notify: '0' },
    headers: { 'X-Key': String(values['key']) },
    body: { guests: values['guests'] ?? [] },
  };
  return { mock, base: mock.baseUrl('parrot'), values, sent };
}

test('state values have the shape of the examples, and are none of them', async () => {
  const { mock, values } = await runParrot();
  expect(values).toEqual({
    key: expect.stringMatching(/^example-key.+/),
    room: expect.stringMatching(/^lobby.+/),
    guests: [expect.any(Number), expect.any(Number)],
  });
  expect(values['guests']).not.toContain(7);
  const again = establish(mock, 'parrot', ['a room with guests'], { room: 'lobby' });
  expect(again['room']).not.toBe(values['room']);
});

test('a success is the documented example with what was sent', async () => {
  const { base, values, sent } = await runParrot();
  const [first, second] = [values['guests']].flat();
  expect(await send(base, sent)).toMatchObject({
    status: 201,
    contentType: 'application/json',
    body: {
      room: values['room'],
      notify: 0,
      guests: {
        [String(first)]: { id: first, seated: true, badge: { id: first } },
        [String(second)]: { id: second, seated: true, badge: { id: second } },
      },
      link: `https://parrot.invalid/rooms/${String(values['room'])}`,
      summary: { room: values['room'] },
      ticket: 12,
      entered: '2026-01-01T10:00:00.538Z',
      left: '2026-01-01T10:00:00.000Z',
    },
  });
});

test.each([
  ['0', { notify: 0, loud: 5 }],
  ['1', { notify: 1, loud: 1 }],
] as const)('an echo of one value alone leaves another as it is shown: %s', async (notify, body) => {
  const { base, sent } = await runParrot();
  expect(await send(base, { ...sent, query: { notify } })).toMatchObject({ body });
});

test.each([
  ['no credentials', { headers: {} }, 401, { error: 'no-credentials' }],
  ['wrong credentials', { headers: { 'X-Key': 'not-a-credential' } }, 401, { error: 'wrong-credentials' }],
  ['no query parameter', { query: {} }, 400, { fault: "property 'notify' is missing" }],
  ['no body field', { body: {} }, 400, { fault: "property 'guests' is missing" }],
  ['another method', { method: 'GET' }, 404, { error: 'no-route' }],
  ['another path', { path: '/rooms' }, 404, { error: 'no-route' }],
] as const)('%s is refused', async (_what, change, status, body) => {
  const { base, sent } = await runParrot();
  expect(await send(base, { ...sent, ...change })).toMatchObject({ status, body });
});

test('its notifications are the documented ones, with what was sent and answered', async () => {
  const { base, values, sent } = await runParrot();
  const session = await openSession(`${base}/events`, sent.headers ?? {}, '/rooms');
  await send(base, sent);
  expect(await session.receive(1)).toEqual([{ kind: 'added', room: values['room'], ticket: 12 }]);
  await session.end();
});
