import type { Check, Subject } from '../../model/check.ts';
import { levelOf } from '../../model/source.ts';
import { applies, notApplicable } from '../applicability.ts';
import {
  expectationOf,
  foreignNotifications,
  ownNotifications,
  withoutNotifications,
} from '../awaited-notifications.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'notification-completeness',
  title: 'Every documented notification came',
  failureTitle: 'A documented notification did not come',
  why: 'The answer to the call only says that it was taken; what came of it is told by the notifications.',
  appliesTo: (subject) => {
    const expectation = expectationOf(subject);
    const missing = withoutNotifications(subject);
    if (missing !== undefined) return missing;
    if (expectation === undefined) return notApplicable('no notification is documented for this outcome');
    return applies(levelOf(expectation.outcome.source.strength));
  },
  evaluate: (subject) => {
    const expectation = expectationOf(subject);
    if (expectation === undefined) return [];
    const came = ownNotifications(subject).map(({ kind }) => kind.name);
    return expectation.names
      .filter((name) => !came.includes(name))
      .map((name) => ({
        pointer: `notifications.${name}`,
        expected: 'a notification of this kind',
        actual: `none${waited(subject)}; came: ${came.join(', ') || 'nothing'}${ofOthers(subject)}`,
        source: expectation.outcome.source,
        level: levelOf(expectation.outcome.source.strength),
      }));
  },
  examples: {
    passing: [exampleSubject({ notifications: [{ kind: 'made' }, { kind: 'told' }] })],
    failing: [
      {
        subject: exampleSubject({
          notifications: [{ kind: 'made' }],
          wait: { kind: 'deadline', deadlineMs: 50 },
        }),
        pointers: ['notifications.told'],
      },
      {
        subject: exampleSubject({
          notifications: [
            { kind: 'made', thing: '9' },
            { kind: 'told', thing: '8' },
          ],
          wait: { kind: 'deadline', deadlineMs: 50 },
        }),
        pointers: ['notifications.told'],
      },
      {
        subject: exampleSubject({ notifications: [], wait: { kind: 'deadline', deadlineMs: 50 } }),
        pointers: ['notifications.made', 'notifications.told'],
      },
    ],
    notApplicable: [
      exampleSubject({ withoutNotifications: true }),
      exampleSubject({ wait: { kind: 'not-awaited' } }),
      exampleSubject({ status: 500 }),
    ],
  },
};

/** What came about other calls, since it may be ours under a wrong id. */
function ofOthers(subject: Subject): string {
  const kinds = foreignNotifications(subject).map(({ kind }) => kind.name);
  return kinds.length === 0 ? '' : `; about other calls: ${kinds.join(', ')}`;
}

function waited({ exchange }: Subject): string {
  const wait = exchange.notificationWait;
  return wait.kind === 'deadline' ? ` within ${wait.deadlineMs} ms` : '';
}

export default check;
