// What the run over judges and verdict makes of its survivors; the run itself is `npm run mutation:suite`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnownSurvivors, type Survivor } from '../mutation/suite/known-survivors.ts';
import { readStrykerReport, survivorsIn } from '../mutation/suite/suite-mutants.ts';
import { weighSurvivors } from '../mutation/suite/weigh-survivors.ts';
import { packageRoot } from '../src/load/package-root.ts';

const ONE: Survivor = {
  file: 'src/verdict/a.ts',
  line: 'return left > 1;',
  original: 'left > 1',
  replacement: 'left >= 1',
};
const OTHER: Survivor = { ...ONE, replacement: 'true' };
const explained = (...mutants: readonly Survivor[]) => ({
  explained: [{ because: 'nothing can tell', mutants }],
  unjudged: [],
});

describe('a survivor', () => {
  it('is known when it is explained, or listed as not yet judged', () => {
    const none = { unexplained: [], outdated: [] };
    expect(weighSurvivors([ONE], explained(ONE))).toEqual(none);
    expect(weighSurvivors([ONE], { explained: [], unjudged: [ONE] })).toEqual(none);
  });

  it('is named when nothing explains it, be it the like of an explained one', () => {
    expect(weighSurvivors([ONE, OTHER], explained(ONE)).unexplained).toEqual([OTHER]);
    expect(weighSurvivors([ONE, ONE], explained(ONE)).unexplained).toEqual([ONE]);
  });

  it('is named when it is explained and gone', () => {
    expect(weighSurvivors([], explained(ONE))).toEqual({ unexplained: [], outdated: [ONE] });
  });

  it('is told by its line and its text, wherever in the file they stand', () => {
    const mutant = (status: string, column: number, line = column) => ({
      ...{ status, replacement: '{}' },
      location: { start: { line: 2, column }, end: { line: 3, column: line } },
    });
    const mutants = [
      mutant('Survived', 3),
      mutant('NoCoverage', 3),
      mutant('Killed', 3),
      mutant('Timeout', 3),
    ];
    const report = { files: { 'src/verdict/a.ts': { source: 'a\n  {  b\n   }, c', mutants } } };
    const survivor = { file: 'src/verdict/a.ts', line: '{  b', original: '{ b', replacement: '{}' };
    expect(survivorsIn(readStrykerReport(JSON.stringify(report)))).toEqual([survivor, survivor]);
  });
});

describe('a report of another form', () => {
  it.each(['[]', '{}', '{"files":{"a":{"source":"","mutants":[{"status":"Survived"}]}}}'])(
    '%s is none',
    (json) => {
      expect(() => readStrykerReport(json)).toThrow('Stryker');
    },
  );
});

it('every known survivor is still a line of its file', () => {
  const { explained: groups, unjudged } = readKnownSurvivors();
  for (const { file, line, original } of [...groups.flatMap(({ mutants }) => mutants), ...unjudged]) {
    const source = readFileSync(join(packageRoot(), file), 'utf8');
    expect(
      source.split('\n').map((one) => one.trim()),
      file,
    ).toContain(line);
    expect(source.replaceAll(/\s+/g, ' '), `${file}: ${line}`).toContain(original);
  }
});
