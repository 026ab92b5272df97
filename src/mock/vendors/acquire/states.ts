// The provider states of the Acquire contracts.
import type { StateHandler } from '../../compose-states.ts';
import { countOf } from '../../json-values.ts';
import { addAgent, addCase, addDepartment, addKey, addReopenedCase } from './populate.ts';
import type { AcquireStore, Case } from './store.ts';

/** States of one interaction speak of one case. */
export interface Scope {
  readonly store: AcquireStore;
  /** Opened by the first state that speaks of it. */
  readonly theCase: (open?: (store: AcquireStore) => Case) => Case;
}

export function openScope(store: AcquireStore): Scope {
  let opened: Case | undefined;
  return {
    store,
    theCase: (open = addCase) => {
      opened ??= open(store);
      return opened;
    },
  };
}

export const states: Readonly<Record<string, StateHandler<Scope>>> = {
  'an API key': ({ store }) => ({ apiKey: addKey(store).secret }),
  'an open case': ({ theCase }) => ({ caseId: theCase().id, contactId: theCase().contact.id }),
  'a case that was closed and is open again': ({ theCase }) => {
    const { id, contact } = theCase(addReopenedCase);
    return { caseId: id, contactId: contact.id };
  },
  'a closed case': ({ store, theCase }) => {
    theCase().closedAt = store.now();
    return { caseId: theCase().id, contactId: theCase().contact.id };
  },
  agents: ({ store }, { count }, { agentIds }) => ({
    agentIds: Array.from({ length: countOf(count, agentIds) }, () => addAgent(store).id),
  }),
  departments: ({ store }, { count }, { departmentIds }) => ({
    departmentIds: Array.from({ length: countOf(count, departmentIds) }, () => addDepartment(store)),
  }),
  'a connected mailbox': ({ store, theCase }) => {
    const { id, contact } = theCase();
    const fromAddress = `inbox-${id}@example.com`;
    store.mailboxes.add(fromAddress);
    return {
      fromAddress,
      toAddresses: [`contact-${contact.id}@example.com`],
      caseId: id,
      contactId: contact.id,
    };
  },
  'several recipients': ({ theCase }) => ({ recipientAddresses: addresses('recipient', theCase(), 2) }),
  'recipients of copies': ({ theCase }) => ({
    ccAddresses: addresses('copy', theCase(), 1),
    bccAddresses: addresses('hidden-copy', theCase(), 1),
  }),
  'a mailbox that is not connected': ({ theCase }) => ({
    strangeAddress: `stranger-${theCase().id}@example.com`,
  }),
  'a phone number that is not connected': ({ theCase }) => ({
    strangeNumber: `+1404555${String(theCase().id % 10_000).padStart(4, '0')}`,
  }),
  'a connected phone number': ({ store, theCase }) => {
    const { id, contact, timelineId } = theCase();
    // Numbers of the range that is kept free for fiction.
    const fromNumber = `+1202555${String(id % 10_000).padStart(4, '0')}`;
    const toNumber = `+1303555${String(contact.id % 10_000).padStart(4, '0')}`;
    store.phoneNumbers.add(fromNumber);
    return { fromNumber, toNumber, threadId: id, timelineId, caseId: id, contactId: contact.id };
  },
};

function addresses(role: string, { contact }: Case, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${role}-${contact.id}-${index + 1}@example.com`);
}
