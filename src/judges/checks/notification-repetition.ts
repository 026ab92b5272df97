import type { Check, Subject } from '../../model/check.ts';
import { jsonEqual } from '../../model/json-pointer.ts';
import { levelOf } from '../../model/source.ts';
import { applies, notRun } from '../applicability.ts';
import { ownNotifications, withoutNotifications } from '../awaited-notifications.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'notification-repetition',
  title: 'No notification came twice',
  failureTitle: 'A notification came twice',
  why: 'A client that counts messages counts one too many.',
  appliesTo: (subject) => {
    const missing = withoutNotifications(subject);
    if (missing !== undefined) return missing;
    const [first] = ownNotifications(subject);
    return first === undefined
      ? notRun('no documented notification came')
      : applies(levelOf(first.kind.source.strength));
  },
  evaluate: (subject) =>
    repeated(subject).map(({ kind }) => ({
      pointer: `notifications.${kind.name}`,
      expected: 'each message once',
      actual: 'the same message again',
      source: kind.source,
      level: levelOf(kind.source.strength),
    })),
  examples: {
    passing: [
      exampleSubject({
        notifications: [
          { kind: 'made', no: 1 },
          { kind: 'made', no: 2 },
        ],
      }),
    ],
    failing: [
      {
        subject: exampleSubject({
          notifications: [
            { kind: 'made', no: 1 },
            { no: 1, kind: 'made' },
          ],
        }),
        pointers: ['notifications.made'],
      },
    ],
    notApplicable: [exampleSubject({ notifications: [] }), exampleSubject({ withoutNotifications: true })],
  },
};

/** Messages that equal an earlier one in every member: two states in a row are no repetition. */
function repeated(subject: Subject): ReturnType<typeof ownNotifications> {
  const known = ownNotifications(subject);
  return known.filter(({ notification }, index) =>
    known.slice(0, index).some((earlier) => jsonEqual(earlier.notification.data, notification.data)),
  );
}

export default check;
