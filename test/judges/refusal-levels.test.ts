// How strongly a refusal is owed, and by which lines, where no document describes it (docs/verdicts.md, Input).
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { Check, Subject } from '../../src/model/check.ts';
import type { Intent } from '../../src/model/interaction.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Source, Strength } from '../../src/model/source.ts';

const all: readonly Check[] = checks;
const refusal = all.find(({ id }) => id === 'refusal');
if (refusal === undefined) throw new Error('no check of refusals');

const at = (line: number, strength: Strength): Source => ({
  document: 'page',
  lines: [line, line],
  strength,
});
const { operation } = exampleSubject({});
const UNDESCRIBED: Operation = {
  ...operation,
  source: at(1, 'stated'),
  responses: operation.responses.filter(({ refuses }) => refuses.length === 0),
  requirements: [
    { kind: 'permission', name: 'role', source: at(4, 'stated') },
    { kind: 'state', name: 'open', source: at(5, 'shown') },
    { kind: 'feature', name: 'mail', source: at(6, 'stated') },
  ],
  parameters: [
    ...operation.parameters.map((one) => ({ ...one, credential: false, presence: at(7, 'stated') })),
    ...operation.parameters.map((one) => ({ ...one, credential: true, presence: at(8, 'stated') })),
  ],
};

function answer(intent: Intent, status: number, parts: Partial<Operation> = {}, text = '{}'): Subject {
  return { ...exampleSubject({ intent, status, text }), operation: { ...UNDESCRIBED, ...parts } };
}

const findingsOf = (subject: Subject) =>
  refusal.evaluate(subject).map(({ level, source }) => [level, source.lines[0]]);

const WRONG_STATE: Intent = { kind: 'refused', cause: 'wrong-state' };
const NO_FEATURE: Intent = { kind: 'refused', cause: 'no-feature' };
const NO_CREDENTIALS: Intent = { kind: 'refused', cause: 'no-credentials' };
const WITHOUT_NAME: Intent = { kind: 'refused', cause: 'missing-field', field: 'body#/name' };

describe('what is taken on though it should be refused', () => {
  it.each<readonly [Intent, string, number]>([
    [WRONG_STATE, 'should', 5],
    [NO_FEATURE, 'must', 6],
    [NO_CREDENTIALS, 'may', 8],
    [{ kind: 'refused', cause: 'no-permission' }, 'may', 8],
    [WITHOUT_NAME, 'may', 1],
    [{ ...WITHOUT_NAME, reason: at(9, 'stated') }, 'may', 9],
  ])('%j: %s, by line %i', (intent, level, line) => {
    expect(refusal.appliesTo(answer(intent, 200))).toEqual({ applies: true, level });
    expect(findingsOf(answer(intent, 200))).toEqual([[level, line]]);
  });

  it('rests on the operation where nothing nearer speaks of it', () => {
    const silent = { requirements: [], parameters: [] };
    expect(findingsOf(answer(NO_FEATURE, 200, silent))).toEqual([['must', 1]]);
    expect(findingsOf(answer(NO_CREDENTIALS, 200, silent))).toEqual([['may', 1]]);
  });

  it.each([
    [199, 'may'],
    [200, 'must'],
    [299, 'must'],
    [300, 'may'],
    [500, 'may'],
  ])('has taken nothing on unless it succeeds: %i is a %s', (status, level) => {
    expect(findingsOf(answer(NO_FEATURE, status))).toEqual([[level, 6]]);
  });

  it.each([
    [200, 0],
    [399, 0],
    [400, 0],
    [499, 0],
    [500, 1],
    [503, 1],
  ])('is refused by a mark of failure as well, unless the server broke down: %i', (status, count) => {
    expect(findingsOf(answer(WRONG_STATE, status, {}, '{"error":"ended"}'))).toHaveLength(count);
  });
});

describe('what is to be accepted', () => {
  it('is no matter of refusals, whatever the answer', () => {
    for (const status of [200, 400, 500])
      expect(refusal.evaluate(answer({ kind: 'accepted', outcome: 'success' }, status))).toEqual([]);
  });
});
