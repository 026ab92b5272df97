import { isAbsolute, relative, resolve, sep } from 'node:path';
import { packageRoot } from './package-root.ts';

/** The path as a report may show it on any machine: below our package, or else as seen from the working folder. */
export function shownPath(file: string): string {
  const below = relative(packageRoot(), resolve(file));
  const isOurs = !below.startsWith('..') && !isAbsolute(below);
  return (isOurs ? below : relative('.', file)).split(sep).join('/');
}
