import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContractFolder } from '../../src/load/load-contract-folder.ts';
import { openSuite, type SuiteChoice } from '../../src/load/open-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/fourth-vendor');
const OPERATION = 'lanterndesk.handOverConversation';
const PACT = 'pacts/night-shift-lanterndesk.json';
const MODULE = 'lanterndesk/hand-over-conversation.mjs';

function contractsWith(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'contracts');
  mkdirSync(join(folder, 'lanterndesk'), { recursive: true });
  cpSync(join(EXAMPLE, 'contracts/pacts'), join(folder, 'pacts'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const open = (contracts: string) =>
  openSuite([], { specs: [join(EXAMPLE, 'specs')], contracts: [contracts], onlyOwn: true });

describe('folders of specs', () => {
  const specs = join(EXAMPLE, 'specs');

  test('stand beside those of the package, or in their place', async () => {
    const vendorsOf = async (choice: SuiteChoice) =>
      (await openSuite([], choice)).suite.specs.map(({ vendor }) => vendor);
    expect(await vendorsOf({ specs: [specs] })).toEqual(['acquire', 'genesys', 'rocketchat', 'lanterndesk']);
    expect(await vendorsOf({ specs: [specs], onlyOwn: true })).toEqual(['lanterndesk']);
    expect(await vendorsOf({ onlyOwn: true })).toEqual(['acquire', 'genesys', 'rocketchat']);
  });

  test('never hold a vendor twice', async () => {
    await expect(openSuite([], { specs: [specs, specs] })).rejects.toThrow(
      `${specs}/lanterndesk.yaml and ${specs}/lanterndesk.yaml both hold the vendor "lanterndesk"`,
    );
  });
});

describe('a folder of contracts', () => {
  test('with pact files alone has a contract for each operation of each of them', async () => {
    const { suite } = await open(contractsWith({}));
    expect(suite.contracts).toMatchObject([
      { operation: OPERATION, consumer: 'night-shift', relies: [], rules: [], interactions: [{}, {}] },
    ]);
  });

  test('says in a module what no pact can say', async () => {
    const { suite } = await open(join(EXAMPLE, 'contracts'));
    const [rule] = suite.contracts[0]?.rules ?? [];
    const seen = (handedOverAt: string) => ({
      request: { path: '', query: {}, body: undefined },
      response: { status: 200, body: { handedOverAt }, form: 'json' as const },
      notifications: [],
    });
    expect(rule?.broken(seen('2026-03-02T09:14:00Z'))).toEqual([]);
    expect(rule?.broken(seen('2026-03-02T10:14:00+01:00'))).toMatchObject([
      { pointer: 'response.body#/handedOverAt' },
    ]);
  });

  const HEAD = `operation: ${OPERATION}, consumer: night-shift`;
  const MISTAKES = {
    'a field that is no place of an exchange': [
      { 'lanterndesk/a.yaml': `{ ${HEAD}, relies: [{ field: data.id, why: shows it }] }` },
      /a\.yaml#\/relies\/0\/field: found "data\.id"/,
    ],
    'a member nobody knows': [{ 'lanterndesk/a.yaml': `{ ${HEAD}, rules: [] }` }, /a\.yaml#: found "rules"/],
    'a rule without a function': [
      { [MODULE]: `export default { operation: '${OPERATION}', consumer: 'x', rules: [{ id: 'a' }] };` },
      /hand-over-conversation\.mjs#\/rules\/0/,
    ],
    'a module that cannot be read': [{ [MODULE]: 'export default {;' }, /cannot be loaded as a contract/],
    'a module that exports nothing': [{ [MODULE]: 'export const contract = {};' }, /its default export/],
    'an operation that nobody documents': [
      { 'lanterndesk/a.yaml': '{ operation: lanterndesk.nothing, consumer: night-shift }' },
      /no documented operation "lanterndesk.nothing"/,
    ],
    'a consumer without a pact': [
      { 'lanterndesk/a.yaml': `{ operation: ${OPERATION}, consumer: day-shift }` },
      /day-shift-lanterndesk\.json does not exist/,
    ],
    'two contracts of one consumer': [
      { 'lanterndesk/a.yaml': `{ ${HEAD} }`, 'lanterndesk/b.yaml': `{ ${HEAD} }` },
      /both hold the contract "night-shift for lanterndesk/,
    ],
  } as const;

  test.each(Object.entries(MISTAKES))('is refused for %s', async (_, [files, complaint]) => {
    await expect(open(contractsWith(files))).rejects.toThrow(complaint);
  });

  test('is refused for a pact file of another name, and for holding nothing', async () => {
    const folder = contractsWith({});
    renameSync(join(folder, PACT), join(folder, 'pacts/night.json'));
    await expect(loadContractFolder(folder)).rejects.toThrow(
      'the file name "night.json", expected "night-shift-lanterndesk.json"',
    );
    await expect(loadContractFolder(temporaryFolder())).rejects.toThrow('holds no contract');
  });
});
