// Where the answer is expected to show what was sent, the value that was sent in truth is expected (docs/own-pacts.md).
import { describe, expect, it } from 'vitest';
import { expectationOf } from '../../src/judges/contract/returned-values.ts';
import type { StateInjection } from '../../src/model/interaction.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';

/** An interaction whose answer is expected to have this body. */
const pactOf = (content: Json): JsonObject => ({
  description: 'a request',
  request: { method: 'GET', path: '/things/7' },
  response: { status: 200, body: { contentType: 'application/json', content } },
});
const ID: StateInjection = { at: 'body#/id', expression: `\${thingId}`, example: 7 };
const NAME: StateInjection = { at: 'body#/data/0/name', expression: `\${thingId}`, example: '7' };

const CONTENT = { id: 7, data: [{ name: '7' }] };
const expected = (returned: readonly StateInjection[], values: Readonly<Record<string, Json>>) =>
  expectationOf({ pact: pactOf(CONTENT), brought: { from: 'a.json', returned } }, values);

describe('what a brought pact expects', () => {
  it('is what was sent, at each place that shows an example of it, and all else as it stands there', () => {
    expect(expected([ID, NAME], { thingId: 40001, other: 1 })).toEqual(
      pactOf({ id: 40001, data: [{ name: '40001' }] }),
    );
    expect(expected([ID], { thingId: 40001 })).toEqual(pactOf({ ...CONTENT, id: 40001 }));
  });

  it('is the example where nothing is known of what was sent', () => {
    for (const values of [{}, { other: 40001 }])
      expect(expected([ID, NAME], values)).toEqual(pactOf(CONTENT));
  });

  it('is as it stands there where nothing that was sent is shown', () => {
    expect(expected([], { thingId: 40001 })).toEqual(pactOf(CONTENT));
  });
});

it('a contract of our own is expected as it stands', () => {
  const pact = pactOf(CONTENT);
  expect(expectationOf({ pact }, { thingId: 40001 })).toBe(pact);
});
