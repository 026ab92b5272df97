// Every check proves by its own examples that it can pass, can fail, and knows where it has nothing to say.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { judgeByChecks } from '../../src/judges/judge-by-checks.ts';
import { packageRoot } from '../../src/load/package-root.ts';
import type { Check } from '../../src/model/check.ts';
import { LEVELS } from '../../src/model/source.ts';

const all: readonly Check[] = checks;
const files = readdirSync(join(packageRoot(), 'src', 'judges', 'checks'));

/** Whether a response arrived can be asked of every exchange; of no other check is that so. */
const ALWAYS_APPLIES = 'response-arrival';

describe('the registry', () => {
  it('holds the check of every file, under the name of the file', () => {
    expect(all.map(({ id }) => `${id}.ts`)).toEqual(files.toSorted());
  });

  it('calls each after a subject and an aspect of it', () => {
    // Before these, reports put the origin of checks that are not ours.
    for (const { id } of all) expect(id).not.toMatch(/^own-/);
    const verbs = /^(?:no|is|has|check|verify|validate|assert)-/;
    for (const { id } of all) {
      // A refusal is a subject of one word, and its only aspect is that it happens.
      expect(id === 'refusal' || /^[a-z]+(?:-[a-z]+)+$/.test(id), id).toBe(true);
      expect(id).not.toMatch(verbs);
    }
  });
});

describe.each(all.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const { passing, failing, notApplicable } = check.examples;

  it('has examples of each kind', () => {
    expect(passing).not.toEqual([]);
    expect(failing).not.toEqual([]);
    expect(notApplicable.length > 0).toBe(id !== ALWAYS_APPLIES);
  });

  it('passes what is as it should be', () => {
    for (const subject of passing) {
      expect(check.appliesTo(subject).applies).toBe(true);
      expect(check.evaluate(subject)).toEqual([]);
    }
  });

  it('points at exactly what is not', () => {
    for (const { subject, pointers } of failing) {
      expect(check.appliesTo(subject).applies).toBe(true);
      const findings = check.evaluate(subject);
      expect(findings.map(({ pointer }) => pointer)).toEqual(pointers);
      expect(pointers).not.toEqual([]);
      for (const { expected, actual, level, source } of findings) {
        expect(expected).not.toBe(actual);
        expect(LEVELS).toContain(level);
        expect(source.document).toBe('example');
      }
    }
  });

  it('gives a reason where it does not apply', () => {
    for (const subject of notApplicable)
      expect(check.appliesTo(subject)).toEqual({
        applies: false,
        outcome: expect.stringMatching(/^not-(?:applicable|run)$/),
        reason: expect.stringMatching(/\w/),
      });
  });

  it('says the same of the same exchange', () => {
    for (const { subject } of failing) expect(check.evaluate(subject)).toEqual(check.evaluate(subject));
  });

  it('has words for passing, for failing and for what that means', () => {
    expect(check.title).not.toBe(check.failureTitle);
    expect(check.why).toMatch(/\.$/);
  });
});

describe('judgeByChecks', () => {
  const broken: Check = {
    ...checks[0],
    id: 'broken-check',
    appliesTo: () => {
      throw new Error('out of order');
    },
  };
  const brokenLater: Check = {
    ...checks[0],
    id: 'broken-later',
    appliesTo: () => ({ applies: true, level: 'must' }),
    evaluate: () => {
      throw new Error('out of order');
    },
  };
  const [example] = checks[0].examples.passing;

  it('leaves an errored case of a check that throws, and lets the others run', () => {
    if (example === undefined) throw new Error('no example');
    const cases = judgeByChecks(example, [broken, brokenLater, ...all]);
    const reason = 'the check itself failed: out of order';
    expect(cases.slice(0, 2)).toMatchObject([
      { check: 'broken-check', level: 'may', outcome: 'errored', reason, findings: [] },
      { check: 'broken-later', level: 'may', outcome: 'errored', reason, findings: [] },
    ]);
    expect(cases.slice(2)).toEqual(judgeByChecks(example, all));
    expect(cases.slice(2).some(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  it('gives every check one case of the outcome its examples are of', () => {
    for (const check of all) {
      const outcomeOf = (subject: Check['examples']['passing'][number]) =>
        judgeByChecks(subject, [check]).map(({ outcome }) => outcome);
      for (const subject of check.examples.passing) expect(outcomeOf(subject)).toEqual(['passed']);
      for (const { subject } of check.examples.failing) expect(outcomeOf(subject)).toEqual(['failed']);
      for (const subject of check.examples.notApplicable)
        expect(outcomeOf(subject)).toEqual([expect.stringMatching(/^not-/)]);
    }
  });

  it('titles a failed case with what is wrong, and gives it the level of the check', () => {
    for (const check of all)
      for (const { subject } of check.examples.failing) {
        const applicability = check.appliesTo(subject);
        expect(judgeByChecks(subject, [check])).toMatchObject([
          { title: check.failureTitle, reason: null, level: applicability.applies && applicability.level },
        ]);
      }
  });
});
