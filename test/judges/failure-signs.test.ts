import { expect, it } from 'vitest';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { failureSignsIn } from '../../src/judges/failure-signs.ts';
import type { FailureSign } from '../../src/model/operation.ts';

const source = { document: 'page', lines: [1, 1], strength: 'shown' } as const;

it.each<readonly [FailureSign['sign'], string, readonly unknown[]]>([
  [{ kind: 'present' }, '{"ok":"no"}', ['no']],
  [{ kind: 'present' }, '{"ok":false}', [false]],
  [{ kind: 'present' }, '{"ok":null}', []],
  [{ kind: 'present' }, '{}', []],
  [{ kind: 'equals', value: false }, '{"ok":false}', [false]],
  [{ kind: 'equals', value: false }, '{"ok":true}', []],
  [{ kind: 'equals', value: 0 }, '{"ok":false}', []],
  [{ kind: 'equals', value: false }, '{}', []],
  [{ kind: 'differs', value: 'ok' }, '{"ok":"ko"}', ['ko']],
  [{ kind: 'differs', value: 'ok' }, '{"ok":"ok"}', []],
  [{ kind: 'differs', value: 'ok' }, '{}', []],
  [{ kind: 'differs', value: 'ok' }, '', []],
])('%j in %s is %j', (sign, text, found) => {
  const subject = exampleSubject({ text });
  const operation = { ...subject.operation, failureSigns: [{ at: '/ok', sign, source }] };
  expect(failureSignsIn({ ...subject, operation }).map((one) => one.found)).toEqual(found);
});

it('is in no answer that did not come', () => {
  const failure = { code: 'ECONNRESET', phase: 'response', message: 'it broke' } as const;
  expect(failureSignsIn(exampleSubject({ failure }))).toEqual([]);
});
