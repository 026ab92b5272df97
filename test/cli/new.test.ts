import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintOf, reportIn, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const PAGE = ['Parley: rooms', '', 'POST /v1/rooms/{room}/guests', 'Adds guests to a room.', ''].join('\n');
const OWN = ['--only-own', '--specs', 'specs', '--contracts', 'contracts'];
const NEW_OPERATION = [
  ...['new', 'operation', 'parley.addGuests', '--method', 'POST', '--path', '/v1/rooms/{room}/guests'],
  ...[
    '--lines',
    '3-4',
    '--effects',
    'creates',
    'notifies-people',
    '--status',
    '200',
    '--consumer',
    'front-desk',
  ],
];

test('a new vendor loads at once, and is unproven until somebody says what it is to do', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'rooms.txt'), PAGE);
  const newVendor = ['new', 'vendor', 'parley', '--document', 'rooms.txt'];
  const made = await runWarmCommand(newVendor, { folder });
  expect(`${made.exitCode} ${made.stderr}`).toBe('0 ');
  expect(complaintOf(await runWarmCommand(newVendor, { folder }))).toMatch(
    /^2 error \[file-exists\] specs\/parley/,
  );

  const added = await runWarmCommand(NEW_OPERATION, { folder });
  expect(`${added.exitCode} ${added.stderr}`).toBe('0 ');
  // What a live tenant wants to be told of an operation with effects.
  expect(added.stdout).toMatch(/contracts\/recipes\/parley\.yaml: .*what .* parley\.addGuests leaves behind/);
  expect(added.stdout).toMatch(/allow\.effects \[creates, notifies-people\]/);
  const again = await runWarmCommand(NEW_OPERATION, { folder });
  expect(complaintOf(again)).toContain('the operation "parley.addGuests"');

  const run = await runWarmCommand(['run', ...OWN, '--documents', '.'], { folder });
  expect(run.exitCode).toBe(3);
  const [operation] = reportIn(folder).operations;
  expect(operation).toMatchObject({
    operation: 'parley.addGuests',
    path: '/v1/rooms/{room}/guests',
    effects: ['creates', 'notifies-people'],
    source: { document: 'parley-rooms', lines: [3, 4] },
    verdict: 'unproven',
    reliedOn: { consumers: [{ consumer: 'front-desk', standing: 'unproven' }] },
  });
  expect(operation?.because).toContain('no pact of front-desk describes a request yet');
});

test('a new check judges nothing until its examples hold', async () => {
  const folder = temporaryFolder();
  const made = await runWarmCommand(['new', 'check', 'response-length'], { folder });
  expect(`${made.exitCode} ${made.stderr}`).toBe('0 ');
  expect(made.stdout).toMatch(/^Wrote checks\/response-length\.mjs\n/);
  const [, command = ''] = /livechat-conformance (run \S+ \S+)/.exec(made.stdout) ?? [];
  expect(command).toBe('run --checks checks');
  expect(complaintOf(await runWarmCommand(command.split(' '), { folder }))).toMatch(
    /^2 error \[check-disproved\] checks\/response-length\.mjs#\/examples\/passes\/0: .*nothing says yet/,
  );
  const again = await runWarmCommand(['new', 'check', 'response-length', '--checks', 'checks'], { folder });
  expect(complaintOf(again)).toMatch(/^2 error \[file-exists\]/);
});

test('a new check is one of the package in a clone of its repository', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'src/judges/checks'), { recursive: true });
  const made = await runWarmCommand(['new', 'check', 'response-length'], { folder });
  expect(made.stdout).toMatch(/^Wrote src\/judges\/checks\/response-length\.ts\n/);
  expect(made.stdout).toContain('npm run generate');
});
