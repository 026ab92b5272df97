import type { DraftedNotification } from '../src/mock/answer.ts';
import { anotherValue, notifications } from '../src/mock/faults/changes.ts';
import { withMember } from '../src/model/edit-json.ts';
import { locate } from '../src/model/json-pointer.ts';
import type { Operation } from '../src/model/operation.ts';
import type { BenignOperator } from './benign-operators.ts';
import { IN_TIME_MS } from './deadline.ts';

/** What an agent hears besides, and news that take their time. */
export function notificationOperators({ notifications: protocol }: Operation): readonly BenignOperator[] {
  if (protocol === undefined) return [];
  const ofAnotherCall = (told: DraftedNotification): DraftedNotification => {
    const kind = protocol.kinds.find(({ name }) => name === told.kind);
    const places = (kind?.correlations ?? []).flatMap(({ at }) => locate(told.data, at));
    const data = places.reduce(
      (next, { pointer, value }) => withMember(next, pointer, anotherValue(value)),
      told.data,
    );
    return { ...told, data };
  };
  const undocumented = { messageType: 'TypingStarted' };
  return [
    {
      name: 'news-of-another-call-before',
      change: notifications((all) => [...all.map(ofAnotherCall), ...all]),
    },
    {
      name: 'news-of-another-call-after',
      change: notifications((all) => [...all, ...all.map(ofAnotherCall)]),
    },
    {
      name: 'undocumented-notification',
      change: notifications((all) =>
        all.flatMap((told) => [told, { ...told, kind: 'undocumented', data: undocumented }]),
      ),
    },
    {
      name: 'slow-notifications',
      change: notifications((all) => all.map((told) => ({ ...told, afterMs: IN_TIME_MS }))),
    },
  ];
}
