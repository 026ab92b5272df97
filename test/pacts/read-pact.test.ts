import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { readPact } from '../../src/pacts/read-pact.ts';

const REQUEST = { method: 'POST', path: '/a', body: { id: 1, at: '' } };

function pact(version: string, interaction: JsonObject, extra: JsonObject = {}): JsonObject {
  return {
    consumer: { name: 'c' },
    provider: { name: 'p' },
    interactions: [{ description: 'd', request: REQUEST, response: { status: 200 }, ...interaction }],
    metadata: { pactSpecification: { version } },
    ...extra,
  };
}

const generated = (generator: JsonObject) => ({
  request: { ...REQUEST, generators: { body: { '$.at': generator } } },
});
const ruled = (match: string) => ({
  response: { matchingRules: { body: { '$.x': { matchers: [{ match }] } } } },
});

describe('what cannot be honoured is refused by its name, with its place', () => {
  it.each<[string, JsonObject, string, string]>([
    [
      'a matcher',
      pact('4.0', ruled('fuzzy')),
      '/interactions/0/response/matchingRules/body/$.x/matchers/0',
      '"fuzzy"',
    ],
    [
      'a matcher of V2',
      pact('2.0.0', { response: { matchingRules: { '$.body.x': { match: 'fuzzy' } } } }),
      '/interactions/0/response/matchingRules/$.body.x',
      '"fuzzy"',
    ],
    [
      'a generator of the clock',
      pact('3.0.0', generated({ type: 'DateTime' })),
      '/interactions/0/request/generators/body/$.at',
      '"DateTime"',
    ],
    [
      'a generator nobody knows',
      pact('4.0', generated({ type: 'Fuzzy' })),
      '/interactions/0/request/generators/body/$.at',
      '"Fuzzy"',
    ],
    [
      'a plugin',
      pact(
        '4.0',
        {},
        { metadata: { pactSpecification: { version: '4.0' }, plugins: [{ name: 'protobuf' }] } },
      ),
      '/metadata/plugins',
      '"protobuf"',
    ],
    [
      'synchronous messages',
      pact('4.0', { type: 'Synchronous/Messages' }),
      '/interactions/0/type',
      'Synchronous/Messages',
    ],
    [
      'a body that is no JSON',
      pact('3.0.0', { request: { ...REQUEST, headers: { 'content-type': 'text/xml' }, body: '<a/>' } }),
      '/interactions/0/request/body',
      'text/xml',
    ],
    ['a version to come', pact('9.1', {}), '/metadata/pactSpecification/version', '"9.1"'],
  ])('%s', (_, document, place, name) => {
    const refusal = refusalOf(document);
    expect(refusal?.code).toBe('pact-unsupported');
    expect(refusal?.message).toContain(`own.json#${place}: `);
    expect(refusal?.message).toContain(name);
  });

  it('a file without anything to judge', () => {
    expect(refusalOf({ ...pact('3.0.0', {}), interactions: [] })?.code).toBe('own-pact-empty');
  });
});

describe('random values', () => {
  it.each<[JsonObject, RegExp]>([
    [{ type: 'RandomInt', min: 5, max: 6 }, /^[56]$/],
    [{ type: 'RandomDecimal', digits: 4 }, /^\d\.\d{3}$/],
    [{ type: 'RandomHexadecimal', digits: 70 }, /^"[0-9a-f]{70}"$/],
    [{ type: 'RandomString', size: 6 }, /^"\w{6}"$/],
    [{ type: 'RandomBoolean' }, /^(true|false)$/],
    [{ type: 'Uuid' }, /^"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"$/],
    [{ type: 'Uuid', format: 'URN' }, /^"urn:uuid:[0-9a-f-]{36}"$/],
  ])('%j are drawn, the same in every run', (generator, form) => {
    const drawn = () =>
      JSON.stringify(sentBody(pact('4.0', { type: 'Synchronous/HTTP', ...inV4(generator) }))?.['at']);
    expect(drawn()).toMatch(form);
    expect(drawn()).toBe(drawn());
  });
});

function inV4(generator: JsonObject): JsonObject {
  const body = { content: REQUEST.body, contentType: 'application/json', encoded: false };
  return { request: { ...REQUEST, body, generators: { body: { '$.at': generator } } } };
}

function sentBody(document: Json): JsonObject | undefined {
  const body = readPact('own.json', document).exchanges[0]?.request.body;
  return isJsonObject(body) ? body : undefined;
}

function refusalOf(document: Json): UserError | undefined {
  try {
    readPact('own.json', document);
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error : undefined;
  }
}
