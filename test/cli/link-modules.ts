import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Lends a folder the installed dependencies of another. */
export function linkModules(from: string, to: string): void {
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'junction');
}
