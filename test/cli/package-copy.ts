// A copy of the installed package whose data a test may spoil.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { linkModules } from './link-modules.ts';
import { temporaryFolder } from './run-command.ts';

export function copyPackage(): string {
  const folder = temporaryFolder();
  const installed = inject('installedPackage');
  for (const entry of ['package.json', 'dist', 'specs', 'contracts'])
    cpSync(join(installed, entry), join(folder, entry), { recursive: true });
  linkModules(installed, folder);
  return folder;
}

/** Replaces the one place in a file; a test that changes nothing would prove nothing. */
export function editFile(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} holds ${JSON.stringify(from)} not once`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}
