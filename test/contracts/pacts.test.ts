import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleStatus } from '../../scripts/pacts/exercise-interaction.ts';
import { findContracts } from '../../scripts/pacts/find-contracts.ts';
import { type Exercised, writePacts } from '../../scripts/pacts/write-pacts.ts';
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import { locate } from '../../src/model/json-pointer.ts';
import { CONTRACTS, PACTS } from './suite-under-test.ts';

process.env['PACT_DO_NOT_TRACK'] = 'true';

let folder: string;
let exercised: readonly Exercised[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pacts-'));
  exercised = await writePacts(folder, await findContracts(CONTRACTS));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the committed pact files', () => {
  it('are those the contracts write; if not, run `npm run pacts`', async () => {
    const fresh = (await readdir(folder)).toSorted();
    expect((await readdir(PACTS)).toSorted(), 'run `npm run pacts`').toEqual(fresh);
    for (const file of fresh)
      expect(await readFile(join(PACTS, file), 'utf8'), `${file} is stale: run \`npm run pacts\``).toBe(
        await readFile(join(folder, file), 'utf8'),
      );
  });

  it('hold each interaction that was exercised, and no other', async () => {
    const written = await Promise.all(
      (await readdir(PACTS)).map(
        async (file): Promise<Json> => JSON.parse(await readFile(join(PACTS, file), 'utf8')),
      ),
    );
    const sent = exercised.flatMap(({ interaction }) => [
      interaction.description,
      ...(interaction.notifications ?? []).map(({ description }) => description),
    ]);
    const descriptions = written.flatMap((pact) => locate(pact, '/interactions/*/description'));
    expect(descriptions.map(({ value }) => value).toSorted()).toEqual(sent.toSorted());
  });
});

describe('the writer', () => {
  it('refuses a folder in which a stale interaction could survive', async () => {
    const used = await mkdtemp(join(tmpdir(), 'pacts-'));
    await writeFile(join(used, 'support-desk-acquire.json'), '{}');
    await expect(writePacts(used, [])).rejects.toThrow('support-desk-acquire.json');
    await rm(used, { recursive: true });
  });
});

describe('what the consumer relies on', () => {
  const fieldsOf = ({ contract }: Exercised) => contract.relies.map(({ field }) => field);

  it('is all in the answers it was exercised with', () => {
    for (const one of exercised) {
      const own = exercised.filter(({ contract }) => contract === one.contract);
      for (const field of fieldsOf(one))
        expect(
          own.some((each) => isIn(each, field)),
          `${one.contract.operation} ${field}`,
        ).toBe(true);
    }
  });

  it('is all that the answers hold', () => {
    for (const one of exercised)
      for (const leaf of leavesOf(one))
        expect(
          fieldsOf(one).some((field) => asPattern(field).test(leaf)),
          `${one.interaction.description} describes ${leaf}, which the contract does not rely on`,
        ).toBe(true);
  });
});

function bodyOf({ response }: Exercised): Json | undefined {
  const text = 'text' in response.body ? response.body.text : '';
  return text === '' ? undefined : JSON.parse(text);
}

/** Every part of the exchange a `relies` can point into, by the prefix it points with. */
function partsOf(one: Exercised): readonly (readonly [prefix: string, value: Json])[] {
  const body = bodyOf(one);
  const notifications = one.notifications.map(
    ({ notification, content }) =>
      [`notifications.${notification}`, JSON.parse(JSON.stringify(content))] as const,
  );
  return [...(body === undefined ? [] : [['response.body', body] as const]), ...notifications];
}

function isIn(one: Exercised, field: string): boolean {
  if (field === 'response.status') return one.response.status === exampleStatus(one.interaction);
  const [prefix, pointer = ''] = field.split('#');
  return partsOf(one).some(([name, value]) => name === prefix && locate(value, pointer).length > 0);
}

function leavesOf(one: Exercised): readonly string[] {
  return partsOf(one).flatMap(([prefix, value]) =>
    leafPointers(value).map((pointer) => `${prefix}#${pointer}`),
  );
}

function leafPointers(value: Json): readonly string[] {
  if (!isJsonArray(value) && !isJsonObject(value)) return [''];
  return Object.entries(value).flatMap(([key, member]: [string, Json]) =>
    leafPointers(member).map((pointer) => `/${key}${pointer}`),
  );
}

function asPattern(field: string): RegExp {
  const escaped = field.replaceAll(/[.*+?^${}()|[\]\\]/g, (character) => `\\${character}`);
  return new RegExp(`^${escaped.replaceAll('\\*', '[^/]+')}$`);
}
