// What is relied on must be documented: each pact against the spec of its vendor, without a single request.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import { comparePact } from './compare-pact.ts';
import { committedSpecs, PACTS } from './suite-under-test.ts';

const specs = committedSpecs().map((spec) => [spec.vendor, spec] as const);

describe.each(specs)('%s: pact and spec', (vendor, { document }) => {
  it('agree', async () => {
    expect(await comparePact(document, readPact(vendor))).toEqual([]);
  });

  it('disagree once the consumer reads a field that is not documented', async () => {
    const planted = alterFirst(vendor, '/response/body/content', (body) => ({ ...body, undocumented: 1 }));
    expect(await comparePact(document, planted)).toEqual([
      expect.stringMatching(/^response\.body\.incompatible .*undocumented/),
    ]);
  });

  it('disagree once the consumer leaves a required field out', async () => {
    const planted = alterFirst(vendor, '/request/body/content', () => ({}), 200);
    expect((await comparePact(document, planted))[0]).toMatch(
      /^request\.body\.incompatible .*must have required/,
    );
  });

  it('disagree once the consumer calls a path that is not documented', async () => {
    const planted = alterFirst(vendor, '/request', (request) => ({ ...request, path: '/api/v0/nowhere' }));
    expect(await comparePact(document, planted)).toEqual([
      expect.stringMatching(/^request\.path-or-method\.unknown /),
    ]);
  });
});

function readPact(vendor: string): JsonObject {
  const pact: Json = JSON.parse(readFileSync(join(PACTS, `support-desk-${vendor}.json`), 'utf8'));
  if (!isJsonObject(pact) || !isJsonArray(pact['interactions'])) throw new Error(`${vendor}: no pact`);
  return { ...pact, interactions: pact['interactions'].filter((one) => !takesAnyRefusal(one)) };
}

/** Where any refusal is relied on no document describes one, and there is nothing to compare. */
function takesAnyRefusal(interaction: Json): boolean {
  return valueAt(interaction, '/response/matchingRules/status') !== undefined;
}

/** The pact, with what stands at the pointer of the first interaction that has it (and that status) altered. */
function alterFirst(
  vendor: string,
  pointer: string,
  alter: (value: JsonObject) => JsonObject,
  status?: number,
): JsonObject {
  const pact = readPact(vendor);
  const interactions = isJsonArray(pact['interactions']) ? pact['interactions'] : [];
  const at = interactions.findIndex(
    (interaction) =>
      isJsonObject(valueAt(interaction, pointer)) &&
      (status === undefined || valueAt(interaction, '/response/status') === status),
  );
  expect(at, `an interaction with ${pointer}`).toBeGreaterThanOrEqual(0);
  return {
    ...pact,
    interactions: interactions.map((one, index) => (index === at ? alterAt(one, pointer, alter) : one)),
  };
}

function alterAt(value: Json, pointer: string, alter: (value: JsonObject) => JsonObject): Json {
  if (!isJsonObject(value)) throw new Error(`nothing to alter at ${pointer}`);
  const [, name = '', ...rest] = pointer.split('/');
  if (pointer === '') return alter(value);
  const below = rest.length === 0 ? '' : `/${rest.join('/')}`;
  return { ...value, [name]: alterAt(value[name] ?? null, below, alter) };
}
