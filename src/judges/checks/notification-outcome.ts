import type { Check } from '../../model/check.ts';
import { levelOf } from '../../model/source.ts';
import { applies, notApplicable, notRun } from '../applicability.ts';
import {
  expectationOf,
  oppositeKinds,
  ownNotifications,
  tellsOtherOutcome,
  withoutNotifications,
} from '../awaited-notifications.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'notification-outcome',
  title: 'The notifications tell the outcome that was provoked',
  failureTitle: 'A notification tells the opposite outcome',
  why: 'The caller believes it failed where it succeeded, or the reverse.',
  appliesTo: (subject) => {
    const missing = withoutNotifications(subject);
    if (missing !== undefined) return missing;
    const expectation = expectationOf(subject);
    if (expectation === undefined) return notApplicable('no notification is documented for this outcome');
    if (ownNotifications(subject).length === 0) return notRun('no documented notification came');
    return applies(levelOf(expectation.outcome.source.strength));
  },
  evaluate: (subject) => {
    const opposite = oppositeKinds(subject);
    const isInstead = tellsOtherOutcome(subject);
    return ownNotifications(subject)
      .filter(({ kind }) => opposite.includes(kind.name))
      .map(({ kind }) => ({
        pointer: `notifications.${kind.name}`,
        expected: `only ${expectationOf(subject)?.names.join(', ')}`,
        actual: `${kind.name} ${isInstead ? 'instead' : 'as well'}`,
        source: kind.source,
        level: levelOf(kind.source.strength),
      }));
  },
  examples: {
    passing: [exampleSubject({ notifications: [{ kind: 'made' }, { kind: 'told' }] })],
    failing: [
      {
        subject: exampleSubject({ notifications: [{ kind: 'made' }, { kind: 'failed' }] }),
        pointers: ['notifications.failed'],
      },
    ],
    notApplicable: [exampleSubject({ notifications: [] }), exampleSubject({ withoutNotifications: true })],
  },
};

export default check;
