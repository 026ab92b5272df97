// A check that throws leaves an errored case, which makes an operation unproven: none may throw at any exchange.
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { Check, Subject } from '../../src/model/check.ts';

const all: readonly Check[] = checks;
const RESET = { code: 'ECONNRESET', phase: 'response', message: 'it broke' } as const;

const SUBJECTS: readonly Subject[] = [
  ...all.flatMap(({ examples: { passing, failing, notApplicable } }) => [
    ...passing,
    ...failing.map(({ subject }) => subject),
    ...notApplicable,
  ]),
  exampleSubject({ status: 202, notifications: [{ kind: 'made' }] }),
  exampleSubject({ status: 202, text: '{', headers: [] }),
  exampleSubject({ failure: RESET, notifications: [{ kind: 'made' }], withoutNotifications: true }),
  exampleSubject({
    intent: { kind: 'refused', cause: 'wrong-state' },
    notifications: [{ kind: 'made' }, { kind: 'told' }],
  }),
];

describe.each(all.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('can be asked about anything', () => {
    for (const subject of SUBJECTS) {
      expect(typeof check.appliesTo(subject).applies).toBe('boolean');
      for (const { pointer, expected, actual, level } of check.evaluate(subject))
        expect(
          [pointer, expected, actual, level].map((one) => typeof one),
          id,
        ).toEqual(Array.from({ length: 4 }, () => 'string'));
    }
  });
});

describe('nothing is found', () => {
  const idle = ['notification-completeness', 'notification-order', 'notification-outcome'];

  it.each(idle)('by %s where nothing was promised', (id) => {
    const intent = { kind: 'refused', cause: 'no-credentials' } as const;
    const notifications = [{ kind: 'told' }, { kind: 'made' }];
    for (const subject of [
      exampleSubject({ intent, notifications }),
      exampleSubject({ withoutNotifications: true, notifications }),
    ])
      expect(all.find((one) => one.id === id)?.evaluate(subject)).toEqual([]);
  });

  it('by response-content-type and response-body-syntax where no body is documented', () => {
    for (const id of ['response-content-type', 'response-body-syntax'])
      expect(
        all.find((one) => one.id === id)?.evaluate(exampleSubject({ status: 204, failure: RESET })),
      ).toEqual([]);
  });
});
