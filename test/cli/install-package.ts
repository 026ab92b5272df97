// Builds the bundle when it is older than what it is made of, and lays the package out as it would be installed.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { linkModules } from './link-modules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const BUNDLE = join(ROOT, 'dist/livechat-conformance.js');
const INGREDIENTS = ['src', 'contracts', 'scripts/build.mjs', 'package-lock.json'];

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the installed package; read only, since every test file shares it. */
    readonly installedPackage: string;
    /** Folder for whatever the tests need; goes when all have ended. */
    readonly scratch: string;
  }
}

export default function installPackage(project: TestProject): () => void {
  if (isStale())
    execFileSync(process.execPath, ['scripts/build.mjs'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const scratch = mkdtempSync(join(tmpdir(), 'outer-'));
  const folder = join(scratch, 'installed');
  mkdirSync(folder);
  for (const entry of ['package.json', ...packagedEntries()]) {
    const source = join(ROOT, entry);
    if (existsSync(source)) cpSync(source, join(folder, entry), { recursive: true });
  }
  linkModules(ROOT, folder);
  project.provide('installedPackage', folder);
  project.provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}

function isStale(): boolean {
  if (!existsSync(BUNDLE)) return true;
  const built = statSync(BUNDLE).mtimeMs;
  return INGREDIENTS.flatMap(filesBelow).some((file) => statSync(file).mtimeMs > built);
}

function filesBelow(entry: string): readonly string[] {
  const path = join(ROOT, entry);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
}

/** What `npm pack` takes along. */
function packagedEntries(): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const files =
    typeof manifest === 'object' && manifest !== null && 'files' in manifest ? manifest.files : [];
  return Array.isArray(files) ? files.map(String) : [];
}
