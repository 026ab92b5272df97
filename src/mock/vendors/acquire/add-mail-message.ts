import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts';
import { textAt, textsAt } from '../../json-values.ts';
import type { Behaviour } from '../../mock-vendor.ts';
import { addMessage } from './populate.ts';
import { activeCase, invalidInput } from './problems.ts';
import type { AcquireStore, Message } from './store.ts';

/** No answer is documented; this one has the members that Acquire's pages once showed. */
export function addMailMessage(store: AcquireStore): Behaviour {
  return ({ request: { body }, caller, letsThrough }) => {
    const mail = readMail(body);
    const theCase = activeCase(store, mail['caseId']);
    if ('refused' in theCase) return theCase.refused;
    const from = textAt(mail, 'from');
    const isConnected = from !== undefined && (store.mailboxes.has(from) || letsThrough.has('no-feature'));
    if (!isConnected) return invalidInput('from is no address connected to this account');
    const added = addMessage(store, theCase.found, {
      channel: 'mail',
      type: 'message',
      text: textAt(mail, 'htmlBody') ?? '',
      senderId: store.keys.get(caller)?.id ?? 0,
      senderType: 'user',
    });
    return { kind: 'success', body: { data: mailView(mail, added) } };
  };
}

/** The members of the mail stand in `data`, or beside it. */
function readMail(body: Json | undefined): JsonObject {
  if (!isJsonObject(body)) return {};
  const data = body['data'];
  return isJsonObject(data) ? { ...body, ...data } : body;
}

function mailView(mail: JsonObject, { id, text, addedAt }: Message): JsonObject {
  return {
    id,
    caseMessageId: id,
    inboxId: id + 1000,
    mailId: `mail-${id}`,
    from: { Name: '', Email: textAt(mail, 'from') ?? '', MailboxHash: '' },
    to: addresses(mail, 'to'),
    cc: addresses(mail, 'cc'),
    bcc: addresses(mail, 'bcc'),
    subject: textAt(mail, 'subject') ?? '',
    textBody: text.replaceAll(/<[^>]*>/g, ''),
    htmlBody: text,
    attachments: mail['attachments'] ?? [],
    dateCreated: addedAt,
    dateSeen: null,
    dateDelivery: null,
    dateFailed: null,
    isDraft: 'no',
    scheduleAt: null,
  };
}

function addresses(mail: JsonObject, name: string): readonly Json[] {
  return textsAt(mail, name).map((Email) => ({ Name: '', Email, MailboxHash: '' }));
}
