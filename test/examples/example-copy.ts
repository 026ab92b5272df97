// A copy of an example with the package installed as npm does it.
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What npm would have fetched for the example and the package. */
const FETCHED = ['vitest', '@pact-foundation'];

export function copyExample(name: string): string {
  const folder = mkdtempSync(join(inject('scratch'), `${name}-`));
  cpSync(join(ROOT, 'examples', name), folder, { recursive: true });
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const installed = inject('installedPackage');
  for (const entry of ['package.json', 'dist', 'specs', 'contracts'])
    cpSync(join(installed, entry), join(modules, 'livechat-conformance', entry), { recursive: true });
  for (const fetched of FETCHED)
    symlinkSync(join(ROOT, 'node_modules', fetched), join(modules, fetched), 'junction');
  return folder;
}
