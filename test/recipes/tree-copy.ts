// A copy of the tree to which a recipe adds files, and what that changes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { linkModules } from '../cli/link-modules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = ['contracts', 'package.json', 'README.md', 'scripts', 'specs', 'src', 'tsconfig.json'];
const HANGS_AFTER_MS = 60_000;

export interface TreeCopy {
  readonly folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
  /** Runs a TypeScript file of the tree; gives its exit code and what it printed. */
  runScript(file: string, ...args: readonly string[]): ScriptResult;
  /** Paths of the files that were added or have changed since the last call. */
  changes(): readonly string[];
  remove(): void;
}

export interface ScriptResult {
  readonly exitCode: number;
  readonly output: string;
}

export function copyTree(): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  for (const entry of COPIED) cpSync(join(ROOT, entry), join(folder, entry), { recursive: true });
  linkModules(ROOT, folder);
  let before = digestsBelow(folder);
  return {
    folder,
    write: (file, text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    runScript: (file, ...args) => runScript(folder, file, args),
    changes: () => {
      const after = digestsBelow(folder);
      const changed = [...after].filter(([path, digest]) => before.get(path) !== digest);
      const gone = [...before.keys()].filter((path) => !after.has(path));
      before = after;
      return [...changed.map(([path]) => path), ...gone].sort();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function digestsBelow(folder: string): ReadonlyMap<string, string> {
  const files = COPIED.flatMap((entry) => filesAt(folder, entry));
  return new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

function filesAt(folder: string, entry: string): readonly string[] {
  if (/\.\w+$/.test(entry)) return [entry];
  return readdirSync(join(folder, entry), { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name).slice(folder.length + 1));
}

function runScript(folder: string, file: string, args: readonly string[]): ScriptResult {
  const options = { cwd: folder, encoding: 'utf8', timeout: HANGS_AFTER_MS, stdio: 'pipe' } as const;
  const environment = { ...process.env, PACT_DO_NOT_TRACK: 'true' };
  try {
    const output = execFileSync(process.execPath, ['--import', 'tsx', file, ...args], {
      ...options,
      env: environment,
    });
    return { exitCode: 0, output };
  } catch (error) {
    const failed = typeof error === 'object' && error !== null ? error : {};
    const member = (name: 'stdout' | 'stderr' | 'status'): unknown => Reflect.get(failed, name);
    return { exitCode: Number(member('status')), output: `${member('stdout')}${member('stderr')}` };
  }
}
