// Whatever is wrong with the data of the package is the user's to mend, and the message says where.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { copyPackage, editFile } from './package-copy.ts';
import { complaintOf, runCommand } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const ACQUIRE = 'specs/acquire.yaml';
const PACT = 'contracts/pacts/support-desk-genesys.json';

interface Broken {
  readonly what: string;
  readonly spoil: (folder: string) => void;
  readonly says: RegExp;
}

const edit = (file: string, from: string, to: string) => (folder: string) =>
  editFile(join(folder, file), from, to);
const replace = (file: string, text: string) => (folder: string) => writeFileSync(join(folder, file), text);

const cases: readonly Broken[] = [
  {
    what: 'a spec that is no YAML',
    spoil: edit(ACQUIRE, 'openapi: 3.1.0', 'openapi: [3.1.0'),
    says: /specs\/acquire\.yaml:\d+:\d+ is no valid YAML/,
  },
  {
    what: 'an effect nobody knows',
    spoil: edit(
      ACQUIRE,
      'x-effects: [creates, notifies-people, costs-money, irreversible]',
      'x-effects: [explodes]',
    ),
    says: /specs\/acquire\.yaml#\/paths\/~1api~1v1~1voip~1send-sms\/post\/x-effects\/0: found "explodes"/,
  },
  {
    what: 'a source in a document that is not listed',
    spoil: edit(
      'specs/genesys.yaml',
      'x-source: { document: genesys-chat-invite, lines: [13, 14], strength: stated }',
      'x-source: { document: genesys-hearsay, lines: [13, 14], strength: stated }',
    ),
    says: /specs\/genesys\.yaml#\/paths\S+ cites the document "genesys-hearsay"/,
  },
  {
    what: 'a list of documents without its hashes',
    spoil: (folder) => {
      const file = join(folder, 'specs/documents.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}sha256: .*\n/m, ''));
    },
    says: /specs\/documents\.yaml#\/0: found no "sha256"/,
  },
  {
    what: 'a folder without specs',
    spoil: (folder) => {
      for (const name of readdirSync(join(folder, 'specs')))
        if (name !== 'documents.yaml') rmSync(join(folder, 'specs', name), { recursive: true });
    },
    says: /No spec \(\*\.yaml\) was found in \S+specs/,
  },
  {
    what: 'a pact that is no JSON',
    spoil: replace(PACT, '{ "consumer": '),
    says: /support-desk-genesys\.json:1:\d+ is no valid JSON/,
  },
  {
    what: 'a pact of another shape',
    spoil: replace(
      PACT,
      '{ "consumer": { "name": 1 }, "provider": { "name": "genesys" }, "interactions": [] }',
    ),
    says: /support-desk-genesys\.json#\/consumer\/name: found 1/,
  },
  {
    what: 'a pact without interactions',
    spoil: (folder) => {
      const file = join(folder, PACT);
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), interactions: [] }));
    },
    says: /support-desk-genesys\.json holds no interaction[\s\S]+npm run pacts/,
  },
  {
    what: 'a pact that is missing',
    spoil: (folder) => rmSync(join(folder, PACT)),
    says: /support-desk-genesys\.json does not exist[\s\S]+npm run pacts/,
  },
  {
    what: 'a pact of an operation nobody documents',
    spoil: (folder) => {
      const file = join(folder, PACT);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replaceAll('genesys.inviteAgentToChat', 'genesys.inviteEverybody'));
    },
    says: /support-desk-genesys\.json.*genesys\.inviteEverybody|inviteEverybody/,
  },
];

let spoilt: string;
beforeAll(() => {
  spoilt = copyPackage();
});

/** The data as it comes with the package; every command reads it anew. */
function mend(folder: string): void {
  for (const entry of ['specs', 'contracts']) {
    rmSync(join(folder, entry), { recursive: true });
    cpSync(join(inject('installedPackage'), entry), join(folder, entry), { recursive: true });
  }
}

test.each(cases)('$what is named', async ({ spoil, says }) => {
  mend(spoilt);
  spoil(spoilt);
  const run = await runWarmCommand([], { package: spoilt });
  expect(complaintOf(run)).toMatch(/^2 error \[/);
  expect(run.stderr).toMatch(says);
  expect(readdirSync(run.folder)).toEqual([]);
});

test('a mended copy runs', async () => {
  mend(spoilt);
  const run = await runCommand(['--operation', 'joinChat'], { package: spoilt });
  expect(run.exitCode).toBe(0);
});
