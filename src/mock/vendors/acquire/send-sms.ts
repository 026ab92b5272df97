import type { JsonObject } from '../../../model/json.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { textAt } from '../../json-values.ts';
import type { Behaviour } from '../../mock-vendor.ts';
import { addMessage } from './populate.ts';
import { activeCase, invalidInput } from './problems.ts';
import type { AcquireStore, Case, Message } from './store.ts';

/** No answer is documented; this one has the members that Acquire's pages once showed. */
export function sendSms(store: AcquireStore): Behaviour {
  return ({ request: { body }, caller, letsThrough }) => {
    const theCase = activeCase(store, childOf(body, 'threadId'));
    if ('refused' in theCase) return theCase.refused;
    const from = textAt(body, 'From');
    const to = textAt(body, 'To');
    const isConnected = from !== undefined && (store.phoneNumbers.has(from) || letsThrough.has('no-feature'));
    if (from === undefined || !isConnected)
      return invalidInput('From is no number connected to this account');
    if (to === undefined || !/^\+?[1-9][0-9]{6,14}$/.test(to))
      return invalidInput('To must include country and area code');
    const added = addMessage(store, theCase.found, {
      channel: 'voip',
      type: 'sms',
      text: textAt(body, 'Body') ?? '',
      senderId: store.keys.get(caller)?.id ?? 0,
      senderType: 'user',
    });
    return { kind: 'success', body: { data: smsView(theCase.found, added, from, to) } };
  };
}

/** The odd key `cas` and the second `data` are Acquire's own. */
function smsView(theCase: Case, message: Message, from: string, to: string): JsonObject {
  return {
    cas: { id: theCase.id, status: 'active', channel: 'chat', isCaseJoined: 'no' },
    threadId: theCase.id,
    timeline: { id: theCase.timelineId },
    data: {
      id: message.id,
      caseId: theCase.id,
      channel: message.channel,
      type: message.type,
      message: message.text,
      senderId: message.senderId,
      senderType: message.senderType,
      dateCreated: message.addedAt,
      status: 'sent',
      meta: { from, to, body: message.text, status: 'queued', price: null },
    },
  };
}
