import { existsSync, statSync } from 'node:fs';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { userErrors } from '../errors/catalogue.ts';

/** The pact files of a file, a folder or a pattern, in the order of their names. */
export function findPactFiles(place: string): readonly string[] {
  const files = filesAt(place).toSorted();
  if (files.length === 0) throw userErrors.pactsMissing(place);
  return files;
}

function filesAt(place: string): readonly string[] {
  if (!existsSync(place)) return isDynamicPattern(place) ? globSync(place, { onlyFiles: true }) : [];
  if (!statSync(place).isDirectory()) return [place];
  const within = place.replace(/\/$/, '');
  return globSync('**/*.json', { cwd: place, onlyFiles: true }).map((file) => `${within}/${file}`);
}
