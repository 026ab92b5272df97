// Who supplies a state: the tenant, a recipe, or nobody; and what is promised without anything being sent.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import type { StateValues } from '../../src/model/tenant.ts';
import { type Established, StateMaker } from '../../src/states/establish-states.ts';
import { Ledger } from '../../src/states/ledger.ts';
import { promiseStates } from '../../src/states/promise-states.ts';
import type { NamedThing } from '../../src/states/send.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { runMock } from '../mock/mock-client.ts';
import { type MockedVendor, meansOn, pause, sendTo } from './mock-tenant.ts';

const OPEN = 'an open case';
const CLOSED = 'a closed case';

async function makerOn(vendor: MockedVendor, states: Readonly<Record<string, StateValues>> = {}) {
  const mock = await runMock();
  const means = meansOn(mock, vendor, states);
  const ledger = Ledger.open(join(temporaryFolder(), 'ledger.ndjson'), { run: 'r1', tenant: 'mocked' });
  const { send, sent } = sendTo(mock.baseUrl);
  const made: NamedThing[] = [];
  const maker = new StateMaker({
    means: [means],
    ledger,
    send,
    pause,
    onMade: (_, things) => made.push(...things),
  });
  return { mock, means, ledger, sent, made, maker };
}

function valueIn(established: Established, name: string): Json | undefined {
  if (established.kind === 'unavailable') throw new Error(established.reason);
  return established.values[name];
}

function request(vendor: string, states: readonly string[], wanted: readonly string[]) {
  return {
    vendor,
    states: states.map((name) => ({ name, params: {} })),
    wanted: Object.fromEntries(wanted.map((name) => [name, ''])),
  };
}

describe('what the tenant supplies', () => {
  it('is used as it is: nothing is sent, and nothing is in the ledger', async () => {
    const { maker, sent, ledger } = await makerOn('acquire', { [OPEN]: { caseId: 5, contactId: 6 } });
    const made = await maker.establish(request('acquire', [OPEN], ['caseId', 'contactId']));
    expect(made).toMatchObject({ kind: 'established', values: { caseId: 5, contactId: 6 } });
    expect(sent).toEqual([]);
    expect(ledger.items).toEqual([]);
  });

  it('is not mixed with what a recipe makes: half of it is a lack that names its key', async () => {
    const { maker, sent } = await makerOn('acquire', { [OPEN]: { caseId: 5 } });
    const made = await maker.establish(request('acquire', [OPEN], ['caseId', 'contactId']));
    expect(made).toEqual({
      kind: 'unavailable',
      reason: 'vendors.acquire.states.an open case lacks contactId',
    });
    expect(sent).toEqual([]);
  });

  it('is never altered: for a closed case one of our own is opened', async () => {
    const { mock, maker, ledger } = await makerOn('acquire', { [OPEN]: { caseId: 5, contactId: 6 } });
    const made = await maker.establish(request('acquire', [CLOSED], ['caseId']));
    const [own] = ledger.items.filter(({ what }) => what === 'case').map(({ values }) => values['caseId']);
    expect(made).toMatchObject({ kind: 'established', values: { caseId: own } });
    expect(own).not.toBe(5);
    const bodies = mock.requests.filter(({ path }) => path.endsWith('/close')).map(({ body }) => body);
    expect(bodies).toEqual([{ caseId: own }]);
  });

  it('is not altered either where the same exchange speaks of it as it is', async () => {
    const { maker, sent } = await makerOn('acquire', { [OPEN]: { caseId: 5, contactId: 6 } });
    const made = await maker.establish(request('acquire', [OPEN, CLOSED], ['caseId']));
    expect(made).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining("'a closed case' would change"),
    });
    expect(sent).toEqual([]);
  });
});

describe('what nobody supplies', () => {
  it.each([
    ['acquire', 'agents', 'agentIds', 'vendors.acquire.states.agents: agentIds'],
    [
      'acquire',
      'a connected mailbox',
      'fromAddress',
      'vendors.acquire.states.a connected mailbox: fromAddress',
    ],
    [
      'rocketchat',
      'a user without permission',
      'authToken',
      'vendors.rocketchat.states.a user without permission.authToken',
    ],
    [
      'genesys',
      'an agent with an active chat',
      'chatId',
      'vendors.genesys.states.an agent with an active chat.contactCenterId',
    ],
    [
      'genesys',
      'an agent who can be invited',
      'targetUri',
      'vendors.genesys.states.an agent who can be invited: targetUri',
    ],
  ] as const)('%s, %s: is told with the key that would supply it', async (vendor, state, value, key) => {
    const { maker, sent, means } = await makerOn(vendor);
    const wanted = request(vendor, [state], [value]);
    const told = { kind: 'unavailable', reason: expect.stringContaining(key) };
    expect(await maker.establish(wanted)).toEqual(told);
    expect(promiseStates(wanted, means)).toEqual(told);
    expect(sent).toEqual([]);
  });

  it('a state without recipe or values is told as well', async () => {
    const { maker } = await makerOn('acquire');
    expect(await maker.establish(request('acquire', ['a full moon'], []))).toEqual({
      kind: 'unavailable',
      reason: expect.stringContaining('vendors.acquire.states.a full moon'),
    });
  });
});

describe('what is made', () => {
  it('speaks of the same within one exchange, and is shared by those that ask for the same', async () => {
    const { maker, mock } = await makerOn('acquire');
    const caseOf = async (...states: readonly string[]) =>
      valueIn(await maker.establish(request('acquire', states, ['caseId'])), 'caseId');
    const closed = await caseOf(OPEN, CLOSED);
    expect(mock.holdings('acquire')['contacts']).toHaveLength(1);
    const open = await caseOf(OPEN);
    expect(open).not.toBe(closed);
    expect([await caseOf(OPEN), await caseOf(OPEN, CLOSED)]).toEqual([open, closed]);
  });

  it('is made anew once an accepted call has spent it, and not after one that spends nothing', async () => {
    const { maker } = await makerOn('acquire');
    const calledBy = (operation: string) => ({
      ...request('acquire', [OPEN], ['caseId']),
      call: { operation, isToSucceed: true },
    });
    const message = calledBy('acquire.addChatMessage');
    const [first, join] = [valueIn(await maker.establish(message), 'caseId'), calledBy('acquire.joinChat')];
    maker.spend(message);
    expect(valueIn(await maker.establish(join), 'caseId')).toBe(first);
    maker.spend(join);
    expect(valueIn(await maker.establish(message), 'caseId')).not.toBe(first);
  });

  it('is our own where the call would change it for good, whatever the tenant supplies', async () => {
    const { maker } = await makerOn('acquire', { [OPEN]: { caseId: 5, contactId: 6 } });
    const caseFor = async (isToSucceed: boolean) => {
      const call = { operation: 'acquire.joinChat', isToSucceed };
      return valueIn(await maker.establish({ ...request('acquire', [OPEN], ['caseId']), call }), 'caseId');
    };
    expect(await caseFor(false)).toBe(5);
    expect(await caseFor(true)).not.toBe(5);
  });

  it('once a run is made once, also by exchanges at the same time', async () => {
    const { maker, sent } = await makerOn('genesys', {
      'an agent with an active chat': { contactCenterId: 'cc-1' },
    });
    const wanted = request('genesys', ['an agent with an active chat'], ['chatId']);
    await Promise.all([maker.establish(wanted), maker.establish(wanted)]);
    expect(sent.filter((line) => line === 'state POST /api/v2/me')).toHaveLength(2);
    expect(sent.filter((line) => line === 'state POST /api/v2/chats')).toHaveLength(1);
  });

  it('is told as made before it is used; somebody who was read from a list is not', async () => {
    const { maker, mock, made } = await makerOn('rocketchat');
    mock.establish('rocketchat', [{ name: 'an agent', params: {} }], {});
    const wanted = ['agentId', 'departmentName', 'departmentEmail'];
    const established = await maker.establish(
      request('rocketchat', ['a new department name', 'an agent'], wanted),
    );
    if (established.kind !== 'established') throw new Error(established.reason);
    const { departmentName, departmentEmail, agentId } = established.values;
    expect(made.map(({ value }) => value)).toEqual([departmentName, departmentEmail]);
    expect(agentId).toMatch(/^mockAgent/);
    expect(maker.hasMade('rocketchat', agentId ?? null)).toBe(false);
  });
});

describe('a promise', () => {
  it('names values, steps and effects, and what becomes of what they make', async () => {
    const { means, sent } = await makerOn('acquire');
    const promised = promiseStates(request('acquire', ['an API key', OPEN], ['caseId', 'apiKey']), means);
    expect(promised).toMatchObject({
      kind: 'promised',
      values: { caseId: '{caseId}', apiKey: means.credentials['apiKey'] },
      steps: [
        {
          ...{
            state: OPEN,
            says: 'creates a contact of its own',
            effects: ['creates'],
            lasts: 'until-spent',
          },
          request: { method: 'POST', path: '/api/v1/crm/objects/contact' },
          undo: { says: 'deletes the contact' },
        },
        {
          ...{ state: OPEN, says: 'opens a case for that contact', effects: ['creates', 'notifies-people'] },
          request: { method: 'POST', path: '/api/v1/crm/messenger/chat/create' },
          undo: { says: 'closes the case' },
          stays: 'a closed case stays in the history of the account',
        },
      ],
      found: [],
      sharing: { states: [OPEN] },
    });
    expect(sent).toEqual([]);
  });

  it('tells who is read from a list', async () => {
    const { means } = await makerOn('rocketchat');
    const wanted = request(
      'rocketchat',
      ['a new department name', 'an agent'],
      ['agentId', 'departmentName'],
    );
    expect(promiseStates(wanted, means)).toMatchObject({ kind: 'promised', found: ['agentId'] });
  });

  it('promises no step for what the tenant has, and nothing that no state provides', async () => {
    const { means } = await makerOn('acquire', { [OPEN]: { caseId: 5, contactId: 6 } });
    expect(promiseStates(request('acquire', [OPEN], ['caseId']), means)).toEqual({
      kind: 'promised',
      values: { caseId: 5, contactId: 6 },
      steps: [],
      found: [],
      sharing: undefined,
    });
    expect(promiseStates(request('acquire', [CLOSED], ['moonPhase']), means).kind).toBe('unavailable');
  });
});
