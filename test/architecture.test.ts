// The tree holds to docs/architecture.md, and each rule that says so can fail.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  cyclesOfFiles,
  cyclesOfRooms,
  forbiddenArrows,
  forbiddenPackages,
  missingFiles,
  unknownRooms,
  unusedArrows,
} from './architecture/arrow-rules.ts';
import { PLANTED } from './architecture/planted-violations.ts';
import { CONTRACT_MACHINERY } from './architecture/rooms.ts';
import { readTree, type SourceTree } from './architecture/source-tree.ts';
import {
  lengths,
  looseTypes,
  names,
  outputOutsideCli,
  unsteadyJudges,
  vendorNames,
} from './architecture/text-rules.ts';

const ROOT = resolve(import.meta.dirname, '..');
const tree = readTree(ROOT, ['src', 'contracts']);

/** Ids, and the first word of each title, which is the name of the company or product. */
function vendorsOfSpecs(): readonly string[] {
  const folder = join(ROOT, 'specs');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'documents.yaml');
  return files.flatMap((name) => {
    const spec: { readonly info?: { readonly title?: string } } = parse(
      readFileSync(join(folder, name), 'utf8'),
    );
    const title = spec.info?.title?.split(/[ ,]/)[0] ?? '';
    return [name.replace(/\.yaml$/, ''), ...(title === '' ? [] : [title])];
  });
}

const RULES: Readonly<Record<string, (tree: SourceTree) => readonly string[]>> = {
  'every file is in a room': unknownRooms,
  'rooms import what they may': forbiddenArrows,
  'rooms bring in what they may': forbiddenPackages,
  'imports lead somewhere': missingFiles,
  'no circle of files': cyclesOfFiles,
  'no circle of rooms': cyclesOfRooms,
  'no vendor is named': vendorNames(vendorsOfSpecs()),
  'only the command prints and ends': outputOutsideCli,
  'what judges and shows has no clock and no dice': unsteadyJudges,
  'types are strict': looseTypes,
  'files are named for what they hold': names,
  'no file is too long': lengths,
};

describe('the tree', () => {
  test.each(Object.entries(RULES))('%s', (_name, rule) => {
    expect(rule(tree)).toEqual([]);
  });

  test('uses every arrow it is allowed', () => {
    expect(unusedArrows(tree)).toEqual([]);
    expect(unusedArrows(new Map())).toContain('run imports judges');
  });

  test('has the files that are allowed more than their room', () => {
    expect(Object.keys(CONTRACT_MACHINERY).filter((path) => !tree.has(path))).toEqual([]);
  });

  test('has sources in every room', () => {
    expect(tree.size).toBeGreaterThan(150);
  });
});

describe('each rule finds', () => {
  test('something planted', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(Object.keys(RULES).sort());
  });

  const planted = Object.entries(PLANTED).flatMap(([rule, violations]) =>
    violations.map((violation) => ({ rule, path: Object.keys(violation.files)[0], violation })),
  );

  test.each(planted)('$rule: $path', ({ rule, violation }) => {
    const complaints = RULES[rule]?.(new Map([...tree, ...Object.entries(violation.files)]));
    expect(complaints?.join('\n')).toMatch(violation.complaint);
  });
});
