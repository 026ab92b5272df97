// Two commands in one run, or in one tenant: the second is kept away, unless the first one is dead.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdRunFolder } from '../../src/cli/hold-run-folder.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const told = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
afterEach(() => {
  told.mockClear();
});

function heldBy(pid: number | string, host = hostname()): { readonly out: string; readonly run: string } {
  const out = temporaryFolder();
  const run = join(out, 'run-1');
  mkdirSync(run);
  writeFileSync(join(run, 'in-use'), `acme ${host} ${pid}`);
  return { out, run };
}

function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('the folder of a run', () => {
  it('is taken over from a process that is dead, which is told, and let go of in the end', () => {
    const pid = deadProcess();
    const { run } = heldBy(pid);
    const release = holdRunFolder(run, 'acme');
    expect(told.mock.calls.map(([line]) => line)).toEqual([
      `${run} was in use by process ${pid}, which has ended without letting go of it: taken over.\n`,
    ]);
    expect(readFileSync(join(run, 'in-use'), 'utf8')).toBe(`acme ${hostname()} ${process.pid}`);
    release();
    expect(() => readFileSync(join(run, 'in-use'))).toThrow('ENOENT');
  });

  it.each([
    ['a process that is at work', process.ppid, hostname()],
    ['a process of another machine, of which nobody can tell', 1, 'elsewhere'],
  ])('is not taken from %s', (_, pid, host) => {
    const { run } = heldBy(pid, host);
    expect(() => holdRunFolder(run, 'acme')).toThrow('Another command is at work');
    expect(readFileSync(join(run, 'in-use'), 'utf8')).toBe(`acme ${host} ${pid}`);
    expect(told).not.toHaveBeenCalled();
  });
});

describe('a tenant', () => {
  it('has one command at a time, in whatever run, and another tenant is not kept waiting', () => {
    const { out, run } = heldBy(process.ppid);
    const other = join(out, 'run-2');
    mkdirSync(other);
    expect(() => holdRunFolder(other, 'acme')).toThrow(`at work in the tenant acme, in ${run}`);
    expect(() => readFileSync(join(other, 'in-use'))).toThrow('ENOENT');
    holdRunFolder(other, 'acme-2')();
  });

  it('is free where the one who was at work is dead', () => {
    const { out } = heldBy(deadProcess());
    const other = join(out, 'run-2');
    mkdirSync(other);
    holdRunFolder(other, 'acme')();
    expect(told).not.toHaveBeenCalled();
  });
});
