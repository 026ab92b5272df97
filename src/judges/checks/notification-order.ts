import type { Check, Subject } from '../../model/check.ts';
import { levelOf } from '../../model/source.ts';
import { applies, notApplicable, notRun } from '../applicability.ts';
import {
  type Expectation,
  expectationOf,
  ownNotifications,
  withoutNotifications,
} from '../awaited-notifications.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'notification-order',
  title: 'The notifications came in the documented order',
  failureTitle: 'The notifications came in another order',
  why: 'A client that applies them as they come shows a state that never was.',
  appliesTo: (subject) => {
    const missing = withoutNotifications(subject);
    if (missing !== undefined) return missing;
    const expectation = expectationOf(subject);
    if (expectation === undefined || expectation.names.length < 2)
      return notApplicable('a single notification has no order');
    if (firstOnes(subject, expectation).length < 2)
      return notRun('fewer than two of the expected notifications came');
    return applies(levelOf(expectation.outcome.order.strength));
  },
  evaluate: (subject) => {
    const expectation = expectationOf(subject);
    if (expectation === undefined) return [];
    const came = firstOnes(subject, expectation);
    const wanted = expectation.names.filter((name) => came.includes(name));
    if (wanted.join() === came.join()) return [];
    const source = expectation.outcome.order;
    return [
      {
        pointer: `notifications.${came.find((name, index) => name !== wanted[index]) ?? ''}`,
        expected: wanted.join(', then '),
        actual: came.join(', then '),
        source,
        level: levelOf(source.strength),
      },
    ];
  },
  examples: {
    passing: [exampleSubject({ notifications: [{ kind: 'made' }, { kind: 'other' }, { kind: 'told' }] })],
    failing: [
      {
        subject: exampleSubject({ notifications: [{ kind: 'told' }, { kind: 'made' }] }),
        pointers: ['notifications.told'],
      },
    ],
    notApplicable: [
      exampleSubject({ notifications: [{ kind: 'told' }] }),
      exampleSubject({
        intent: { kind: 'accepted', outcome: 'failure' },
        notifications: [{ kind: 'failed' }],
      }),
      exampleSubject({ withoutNotifications: true }),
    ],
  },
};

/** Expected kinds in the order of the first message of each. */
function firstOnes(subject: Subject, { names }: Expectation): readonly string[] {
  return [...new Set(ownNotifications(subject).map(({ kind }) => kind.name))].filter((name) =>
    names.includes(name),
  );
}

export default check;
