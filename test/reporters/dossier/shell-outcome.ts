// What a real shell makes of a command.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

export const BASH = '/bin/bash';
export const hasBash = existsSync(BASH);

export interface ShellOutcome {
  /** Of the only command that was to be run. */
  readonly argv: readonly string[];
  readonly input: string;
  readonly stderr: string;
  /** What else came to be in the folder the command ran in. */
  readonly strays: readonly string[];
}

const RECORDER = `#!/bin/sh
printf '%s\\0' "$@" > "$RECORD/argv"
cat > "$RECORD/input"
`;

/** Runs the command with a `curl` that writes down what it is given and does nothing else. */
export function recordCurl(command: string, environment: Readonly<Record<string, string>>): ShellOutcome {
  const [tools, record, folder] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const curl = join(tools, 'curl');
  writeFileSync(curl, RECORDER);
  chmodSync(curl, 0o755);
  const path = `${tools}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...environment, PATH: path, RECORD: record, LC_ALL: 'C.UTF-8' };
  const { stderr } = spawnSync(BASH, ['--norc', '-c', command], {
    cwd: folder,
    env,
    input: '',
    encoding: 'utf8',
  });
  return {
    argv: readFileSync(join(record, 'argv'), 'utf8').split('\0').slice(0, -1),
    input: readFileSync(join(record, 'input'), 'utf8'),
    stderr,
    strays: readdirSync(folder),
  };
}
