// Place, what was documented, what came, and how strongly it binds, of what follows an answer.
import { describe, expect, it } from 'vitest';
import type { ExampleParts } from '../../src/judges/example-subject.ts';
import type { Intent } from '../../src/model/interaction.ts';
import { type Said, sayings } from './check-sayings.ts';

const FAILURE: Intent = { kind: 'accepted', outcome: 'failure' };
const DEADLINE = { kind: 'deadline', deadlineMs: 50 } as const;

describe('a finding about a notification', () => {
  it.each<readonly [string, string, ExampleParts, readonly Said[]]>([
    [
      'notification-completeness',
      'nothing that came in time',
      { notifications: [], wait: DEADLINE },
      [
        [
          ...(['notifications.made', 'a notification of this kind'] as const),
          ...(['none within 50 ms; came: nothing', 'must', 'stated', 2] as const),
        ],
        [
          ...(['notifications.told', 'a notification of this kind'] as const),
          ...(['none within 50 ms; came: nothing', 'must', 'stated', 2] as const),
        ],
      ],
    ],
    [
      'notification-completeness',
      'something that came of other calls',
      {
        notifications: [{ kind: 'made' }, { kind: 'told', thing: '8' }, { kind: 'failed', thing: '8' }],
      },
      [
        [
          ...(['notifications.told', 'a notification of this kind'] as const),
          ...(['none; came: made; about other calls: told, failed', 'must', 'stated', 2] as const),
        ],
      ],
    ],
    [
      'notification-correlation',
      'a pointer to another thing',
      { notifications: [{ kind: 'made', thing: '9', uri: '/things/8' }] },
      [
        [
          ...(['notifications.made#/uri', '"9" (string) from $request.path.id'] as const),
          ...(['"/things/8" (string)', 'should', 'shown', 1] as const),
        ],
      ],
    ],
    [
      'notification-order',
      'the second before the first',
      { notifications: [{ kind: 'told' }, { kind: 'made' }] },
      [['notifications.told', 'made, then told', 'told, then made', 'should', 'shown', 1]],
    ],
    [
      'notification-outcome',
      'the news of another outcome',
      { notifications: [{ kind: 'made' }, { kind: 'failed' }] },
      [['notifications.failed', 'only made, told', 'failed as well', 'should', 'shown', 1]],
    ],
    [
      'notification-outcome',
      'the news of another outcome alone',
      { notifications: [{ kind: 'failed' }] },
      [['notifications.failed', 'only made, told', 'failed instead', 'should', 'shown', 1]],
    ],
    [
      'notification-outcome',
      'the news of success where failure was provoked',
      { intent: FAILURE, notifications: [{ kind: 'told' }, { kind: 'failed' }] },
      [['notifications.told', 'only failed', 'told as well', 'should', 'shown', 1]],
    ],
    [
      'notification-repetition',
      'the same again, and once more',
      { notifications: [{ kind: 'made', no: 1 }, { kind: 'told' }, { kind: 'made', no: 1 }] },
      [['notifications.made', 'each message once', 'the same message again', 'should', 'shown', 1]],
    ],
  ])('of %s names %s', (id, _, parts, said) => {
    expect(sayings(id, parts)).toEqual(said);
  });
});

describe('nothing is found', () => {
  it.each<readonly [string, string, ExampleParts]>([
    [
      'notification-completeness',
      'the outcome that was provoked is told',
      { intent: FAILURE, notifications: [{ kind: 'failed' }] },
    ],
    [
      'notification-order',
      'they came in order, with others between',
      { notifications: [{ kind: 'made' }, { kind: 'failed' }, { kind: 'told' }] },
    ],
    [
      'notification-order',
      'the first comes again later',
      { notifications: [{ kind: 'made', no: 1 }, { kind: 'told' }, { kind: 'made', no: 2 }] },
    ],
    [
      'notification-outcome',
      'another call has the other outcome',
      { notifications: [{ kind: 'made' }, { kind: 'failed', thing: '8' }] },
    ],
  ])('by %s when %s', (id, _, parts) => {
    expect(sayings(id, parts)).toEqual([]);
  });
});
