import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { wantsColour } from '../../src/cli/wants-colour.ts';
import { copyPackage } from './package-copy.ts';
import { runCommand } from './run-command.ts';

describe('help and version', () => {
  /** A package with nothing but the bundle: who asks for help opens neither specs nor pacts nor Pact. */
  let bare: string;
  beforeAll(() => {
    bare = copyPackage();
    for (const entry of ['specs', 'contracts', 'node_modules', 'dist/verifier-child.js'])
      rmSync(join(bare, entry), { recursive: true });
  });

  test('--version prints the version of the package', async () => {
    const run = await runCommand(['--version'], { package: bare });
    const { version } = JSON.parse(readFileSync(join(inject('installedPackage'), 'package.json'), 'utf8'));
    expect(run).toMatchObject({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([
    { args: ['--help'], tells: ['run [options]', 'mock [options]', 'init [options]', '--version'] },
    {
      args: ['run', '--help'],
      tells: [
        ...['--vendor', '--operation', '--target', '--gate', '--out', '--reporter', '--timeout'],
        ...['--documents', '--dry-run', '--fault', '--reading'],
      ],
    },
    { args: ['mock', '--help'], tells: ['--port', '--fault', '--reading', '--list-faults'] },
    {
      args: ['init', '--help'],
      tells: ['--vendor', '--name', '--environment', '--out', '--yes', '--force'],
    },
    { args: ['help', 'run'], tells: ['--dry-run'] },
  ])('$args tells of $tells', async ({ args, tells }) => {
    const run = await runCommand(args, { package: bare });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    for (const told of tells) expect(run.stdout).toContain(told);
    expect(readdirSync(run.folder)).toEqual([]);
  });

  test('a wrong argument is told from the bundle alone', async () => {
    const run = await runCommand(['--gate', 'perhaps'], { package: bare });
    expect(run.exitCode).toBe(2);
  });
});

describe('colour is for a person', () => {
  const onTerminal = { isTTY: true };

  test.each([
    { what: 'a terminal', stream: onTerminal, environment: {}, wanted: true },
    { what: 'a pipe', stream: {}, environment: {}, wanted: false },
    { what: 'NO_COLOR', stream: onTerminal, environment: { NO_COLOR: '1' }, wanted: false },
    { what: 'an empty NO_COLOR', stream: onTerminal, environment: { NO_COLOR: '' }, wanted: true },
    { what: 'a CI', stream: onTerminal, environment: { CI: 'true' }, wanted: false },
    { what: 'CI=false', stream: onTerminal, environment: { CI: 'false' }, wanted: true },
    { what: 'a dumb terminal', stream: onTerminal, environment: { TERM: 'dumb' }, wanted: false },
  ])('$what: $wanted', ({ stream, environment, wanted }) => {
    expect(wantsColour(stream, environment)).toBe(wanted);
  });

  test.each([{}, { FORCE_COLOR: '1' }, { CI: 'true' }, { NO_COLOR: '1' }])(
    'a run into a pipe has none with %o',
    async (environment) => {
      const run = await runCommand(['--operation', 'joinChat', '--fault', 'acquire.join-wrong-case'], {
        environment,
      });
      expect(run.exitCode).toBe(1);
      expect(run.stdout + run.stderr).not.toMatch(/\p{Cc}(?<!\n)/u);
    },
  );

  test.each([{}, { FORCE_COLOR: '1' }])('a complaint into a pipe has none with %o', async (environment) => {
    const run = await runCommand(['--vendor', 'nobody'], { environment });
    expect(run.stderr).toMatch(/^error \[name-unknown\]/);
    expect(run.stderr).not.toMatch(/\p{Cc}(?<!\n)/u);
  });
});
