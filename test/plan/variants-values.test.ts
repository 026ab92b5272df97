// Where the values of variants come from, what the contract sends already, and what hangs on a reading.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import type { Suite } from '../../src/model/suite.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';
import { exampleTarget, planOf, slugsIn, type Values, variantsIn } from './example-target.ts';

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
      { caseId: 4711, department: [71, 72], agentId: [81, 82] },
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
      ['acquire.inviteAgent/variant-invite-agent-field-agent-id', 'acquire.invite-agent-field'],
      ['acquire.addChatMessage/variant-message-type-is-note', 'acquire.message-type-values'],
      ['acquire.addChatMessage/variant-message-type-is-event', 'acquire.message-type-values'],
      ['acquire.addChatMessage/variant-message-field-text', 'acquire.message-field'],
      ['acquire.addChatMessage/variant-message-case-id-place-inside', 'acquire.message-case-id-place'],
      ['acquire.addChatMessage/variant-message-type-place-top', 'acquire.message-type-place'],
      ['acquire.addChatMessage/variant-message-translation-place-top', 'acquire.message-translation-place'],
      ['acquire.addMailMessage/variant-with-several-of-data-to', 'acquire.mail-inbox'],
      ['acquire.addMailMessage/variant-mail-nesting-flat', 'acquire.mail-nesting'],
      ['rocketchat.registerDepartment/variant-without-agents-0-agentid', 'rocketchat.agent-id-required'],
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
