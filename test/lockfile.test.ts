import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function packagesOf(file: string): readonly (readonly [path: string, locked: LockedPackage])[] {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    readFileSync(resolve(import.meta.dirname, file), 'utf8'),
  );
  return Object.entries(lock.packages);
}

const packages = packagesOf('../package-lock.json');

it.each([
  ['the product', packages, 100],
  ['the oracle', packagesOf('oracle/package-lock.json'), 50],
  ['the tools of CI engines', packagesOf('ci/package-lock.json'), 50],
])('of %s records no address a package was fetched from', (_what, locked, atLeast) => {
  expect(locked.length).toBeGreaterThan(atLeast);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

it('holds every optional package, since `npm ci` refuses a lockfile that lacks one for another platform', () => {
  const names = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//, '')));
  const wanted = packages.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
