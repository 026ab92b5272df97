// What is sent to be accepted besides the contracts. The expectations are read off the documents.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { OutgoingRequest, Plan, PlannedExchange } from '../../src/model/plan.ts';
import type { Suite } from '../../src/model/suite.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';
import { exampleTarget, plannedIn, planOf, type Values } from './example-target.ts';
import { differences } from './request-differences.ts';

/** The place, what stands there (nothing where it is left out), and the lines that allow it. */
type Expected = readonly [place: string, value: Json | undefined, from: number, to: number];

const EXPECTED: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  // The table types the case id as text, the sample sends a number; both lists are arrays of any length. Agents
  // alone and departments alone are described by the contract.
  'acquire.inviteAgent': {
    'caseid-as-text': ['body#/caseId', '22', 23, 23],
    'department-of-one-member': ['body#/department', [2], 24, 24],
    'agentids-of-one-member': ['body#/agentIds', [1], 25, 25],
  },
  // Only caseId is said to be needed; what askJoin being false means, nothing says.
  'acquire.joinChat': { 'without-askjoin': ['body#/askJoin', undefined, 9, 9] },
  // x-user-type has no star, and the prose lists three types of message. The contact as sender and a translation
  // are described by the contract.
  'acquire.addChatMessage': {
    'without-x-user-type': ['query.x-user-type', undefined, 17, 21],
    'message-type-is-note': ['body#/message/type', 'note', 9, 9],
    'message-type-is-event': ['body#/message/type', 'event', 9, 9],
  },
  // Every row is starred.
  'acquire.addMailMessage': {},
  // No row is starred, and the number says who the contact is; a sender is user or contact.
  'acquire.sendSms': {
    'without-x-user-type': ['query.x-user-type', undefined, 314, 318],
    'x-user-type-is-contact': ['query.x-user-type', 'contact', 314, 318],
    'without-contactid': ['body#/contactId', undefined, 338, 342],
  },
  // One value of one parameter, and an address.
  'genesys.inviteAgentToChat': {},
  // Three booleans of which both values are stated, and what is not marked required.
  'rocketchat.registerDepartment': {
    'department-enabled-is-true': ['body#/department/enabled', true, 60, 63],
    'department-showonregistration-is-false': ['body#/department/showOnRegistration', false, 65, 68],
    'department-showonofflineform-is-false': ['body#/department/showOnOfflineForm', false, 80, 83],
    'with-department-description': [
      'body#/department/description',
      'Questions about orders and deliveries',
      85,
      88,
    ],
    'without-agents': ['body#/agents', undefined, 90, 93],
    'without-agents-0-agentid': ['body#/agents/0/agentId', undefined, 96, 99],
    'with-agents-0-count': ['body#/agents/0/count', 0, 101, 104],
    'with-agents-0-order': ['body#/agents/0/order', 0, 106, 109],
  },
};

/** What neither a contract nor an example has a value for. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  'acquire.addMailMessage': [
    'members of /data/bcc in the body',
    'members of /data/cc in the body',
    'several members of /data/to in the body',
    'members of /data/attachments in the body',
  ],
  'rocketchat.registerDepartment': ['several members of /agents in the body'],
};

function variantsIn(plan: Plan): readonly PlannedExchange[] {
  return plannedIn(plan).filter(({ origin }) => origin.kind === 'variant');
}

function slugsIn(plan: Plan, id: string): readonly string[] {
  return variantsIn(plan).map((one) => one.id.replace(`${id}/variant-`, ''));
}

function sentAt({ query, body }: OutgoingRequest, place: string): Json | undefined {
  if (place.startsWith('query.')) return query.find(([name]) => `query.${name}` === place)?.[1];
  const parsed: Json = JSON.parse(body ?? 'null');
  return valueAt(parsed, place.slice('body#'.length));
}

describe.each(operations.map(({ id }) => [id] as const))('%s', (id) => {
  const expected = EXPECTED[id] ?? {};

  it('is sent the variants its document allows, and no others', async () => {
    expect(slugsIn(await planOf([id]), id).toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it('is sent variants that differ from a good request in one thing only', async () => {
    const plan = await planOf([id]);
    for (const { origin, request, id: name } of variantsIn(plan)) {
      const base = plannedIn(plan).find(
        (one) => origin.kind === 'variant' && one.id === `${id}/${origin.basedOn}`,
      );
      const [place = '', value] = expected[name.replace(`${id}/variant-`, '')] ?? [];
      expect(base?.intent).toEqual({ kind: 'accepted', outcome: 'success' });
      if (base !== undefined) expect(differences(base.request, request), name).toEqual([place]);
      expect(sentAt(request, place), name).toEqual(value);
    }
  });

  it('is told where its document allows each', async () => {
    const told = variantsIn(await planOf([id])).map(({ intent }) =>
      intent.kind === 'accepted' ? [intent.variant?.field, intent.variant?.source.lines] : undefined,
    );
    expect(told.toSorted()).toEqual(
      Object.values(expected)
        .map(([place, , from, to]) => [place, [from, to]])
        .toSorted(),
    );
  });

  it('is not sent what only a tenant could supply, and the plan says what that is', async () => {
    const { exchanges } = await planOf([id]);
    const reasons = exchanges.flatMap((one) => (one.kind === 'unplanned' ? [one.reason] : []));
    expect(reasons).toEqual((LACKING[id] ?? []).map((what) => `a tenant would have to supply ${what}`));
  });
});

describe('what another interaction of the contract sends', () => {
  /** The contracts with nothing but their first interaction. */
  const bare: Suite = {
    ...suite,
    contracts: suite.contracts.map((contract) => ({
      ...contract,
      interactions: contract.interactions.slice(0, 1),
    })),
  };
  const added = async (id: string) => {
    const plain = slugsIn(await planOf([id]), id);
    return slugsIn(await planOf([id], exampleTarget(), bare), id).filter((one) => !plain.includes(one));
  };

  it('would be a variant without it: one list alone, the other sender', async () => {
    expect(await added('acquire.inviteAgent')).toEqual(['without-department', 'without-agentids']);
    expect(await added('acquire.addChatMessage')).toEqual(['x-user-type-is-contact']);
  });

  it('is where the value of a field comes from that no document has an example of', async () => {
    const { exchanges } = await planOf(['acquire.addChatMessage'], exampleTarget(), bare);
    expect(exchanges.find(({ id }) => id.endsWith('/variant-with-message-translatelangkey'))).toMatchObject({
      kind: 'unplanned',
      reason: 'a tenant would have to supply a value of /message/translateLangKey in the body',
    });
  });
});

describe('a value that a state supplies', () => {
  const invite = 'acquire.inviteAgent';
  const withValues = (values: Values) =>
    planOf(
      [invite],
      exampleTarget((given) => ({ ...given, ...values })),
    );

  it('is the one that is sent in another form', async () => {
    const plan = await withValues({ caseId: 4711, departmentIds: [71, 72], agentIds: [81, 82] });
    const bodies = variantsIn(plan).map(({ request }): Json => JSON.parse(request.body ?? 'null'));
    expect(bodies).toEqual([
      { caseId: '4711', department: [71, 72], agentIds: [81, 82] },
      { caseId: 4711, department: [71], agentIds: [81, 82] },
      { caseId: 4711, department: [71, 72], agentIds: [81] },
    ]);
  });

  it.each([
    ['is text already', { caseId: 'A-7' }, 'caseid-as-text', /caseId.*text/],
    ['is a list of one', { agentIds: [81] }, 'agentids-of-one-member', /agentIds.*first-member/],
  ])('and that %s has no such form: nothing is sent twice', async (_, values, slug, reason) => {
    const { exchanges } = await withValues(values);
    expect(exchanges.find(({ id }) => id === `${invite}/variant-${slug}`)).toMatchObject({
      kind: 'unplanned',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('an input that hangs on the reading of the documents', () => {
  it('is marked where the contract has it in another form', async () => {
    const plan = await planOf(operations.map(({ id }) => id));
    const marked = variantsIn(plan).flatMap(({ id, intent }) =>
      intent.kind === 'accepted' && intent.variant?.disputed !== undefined
        ? [[id, intent.variant.disputed]]
        : [],
    );
    expect(marked).toEqual([
      ['acquire.inviteAgent/variant-caseid-as-text', 'acquire.invite-case-id-type'],
      ['acquire.addChatMessage/variant-message-type-is-note', 'acquire.message-type-values'],
      ['acquire.addChatMessage/variant-message-type-is-event', 'acquire.message-type-values'],
    ]);
  });

  it('is not added where only another reading has it', async () => {
    const unread: Suite = { ...suite, specs: suite.specs.map((spec) => ({ ...spec, ambiguities: [] })) };
    const { exchanges } = await planOf(
      ['acquire.inviteAgent', 'acquire.addChatMessage'],
      exampleTarget(),
      unread,
    );
    const without = new Set(exchanges.map(({ id }) => id));
    const { exchanges: planned } = await planOf(['acquire.inviteAgent', 'acquire.addChatMessage']);
    const kept = new Set(planned.map(({ id }) => id));
    expect([...without].filter((id) => !kept.has(id) && id.includes('/variant-'))).toEqual([
      'acquire.inviteAgent/variant-with-agentid',
      'acquire.addChatMessage/variant-with-message-caseid',
      'acquire.addChatMessage/variant-type-is-message',
      'acquire.addChatMessage/variant-type-is-note',
      'acquire.addChatMessage/variant-type-is-event',
      'acquire.addChatMessage/variant-with-translatelangkey',
    ]);
  });
});
