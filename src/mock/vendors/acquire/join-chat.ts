import type { components, operations } from '../../../generated/acquire.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { asJson } from '../../json-values.ts';
import type { Behaviour } from '../../mock-vendor.ts';
import type { SelectedReadings } from '../../router.ts';
import { caseUserView, caseView, lastMessageView, personView } from './case-view.ts';
import { addJoiner } from './populate.ts';
import { activeCase, errorBody } from './problems.ts';
import type { AcquireStore, Case, CaseUser } from './store.ts';

type Answer = operations['joinChat']['responses'][200]['content']['application/json'];
type Schemas = components['schemas'];

/** The key itself joins, as an agent of its own. */
export function joinChat(store: AcquireStore, readings: SelectedReadings): Behaviour {
  // `case` itself is taken away with everything else that shows the reading.
  const isIdEverywhere = readings['acquire.join-user-case'] === 'id-everywhere';
  return ({ request: { body }, caller }) => {
    const theCase = activeCase(store, childOf(body, 'caseId'));
    if ('refused' in theCase) return theCase.refused;
    const { found } = theCase;
    const key = store.keys.get(caller);
    if (key === undefined) throw new Error(`no API key ${caller}`);
    if (found.users.some(({ kind, userId }) => kind === 'key' && userId === key.id))
      // The one error body Acquire ever printed stood among the answers with status 200.
      return {
        kind: 'problem',
        status: 200,
        body: errorBody('CHAT_ALREADY_JOINED', 'The chat is joined already'),
      };
    addJoiner(store, found, key);
    const answer: Answer = { data: joinedCase(found, isIdEverywhere) };
    return { kind: 'success', body: asJson(answer) };
  };
}

function joinedCase(theCase: Case, isIdEverywhere: boolean): Schemas['JoinedCase'] {
  const users = theCase.users.map((user) => userEntry(theCase, user));
  const { id: caseId } = theCase;
  return {
    ...joinerCase(theCase),
    users: isIdEverywhere ? users.map((user) => ({ ...user, caseId })) : users,
  };
}

/** The case as it stands once more beside who just joined. */
function joinerCase(theCase: Case): Schemas['JoinerCase'] {
  const last = theCase.messages.at(-1);
  if (last === undefined) throw new Error(`case ${theCase.id} has no message`);
  return {
    ...caseView(theCase),
    queueOrder: 0,
    meta: { sessionId: String(1_900_000_000 + theCase.id), queueRecheck: 'no', queues: [theCase.id % 50] },
    parentId: theCase.history?.parentId ?? null,
    lastMessage: lastMessageView(theCase, last),
  };
}

function userEntry(theCase: Case, user: CaseUser): Schemas['JoinedCaseUser'] {
  const entry = { ...caseUserView(user), user: personView(user) };
  return user.kind === 'key' ? { ...entry, case: joinerCase(theCase) } : { ...entry, caseId: theCase.id };
}
