// What becomes of things that cannot be taken away as they should, over real sockets.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mock } from '../../src/mock/start-mock.ts';
import type { OutgoingRequest } from '../../src/model/plan.ts';
import { awaitLeftover } from '../../src/states/await-leftover.ts';
import { type CleanedThing, cleanUp, madeThings } from '../../src/states/clean-up.ts';
import { StateMaker } from '../../src/states/establish-states.ts';
import { cleanUpMeans } from '../../src/states/finish-clean-up.ts';
import { Ledger } from '../../src/states/ledger.ts';
import type { Send } from '../../src/states/send.ts';
import type { VendorMeans } from '../../src/states/vendor-means.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { runMock } from '../mock/mock-client.ts';
import { type MockedVendor, meansOn, pause, sendTo } from './mock-tenant.ts';

const DEPARTMENT = '/api/v1/livechat/department';

interface Stage {
  readonly mock: Mock;
  readonly means: VendorMeans;
  readonly ledger: Ledger;
  readonly send: Send;
  readonly sent: string[];
  readonly clean: (send?: Send) => Promise<readonly CleanedThing[]>;
}

async function stageOn(vendor: MockedVendor, troubles: readonly string[]): Promise<Stage> {
  const mock = await runMock({ troubles });
  const centre = { 'an agent with an active chat': { contactCenterId: 'cc-1' } };
  const means = meansOn(mock, vendor, vendor === 'genesys' ? centre : {});
  const ledger = Ledger.open(join(temporaryFolder(), 'ledger.ndjson'), { run: 'r1', tenant: 'mocked' });
  const { send, sent } = sendTo(mock.baseUrl);
  const clean = (way: Send = send) => cleanUp(ledger, cleanUpMeans(way, [means]));
  return { mock, means, ledger, send, sent, clean };
}

async function establishOn(
  { means, ledger, send }: Stage,
  states: readonly string[],
  wanted: readonly string[],
) {
  const maker = new StateMaker({ means: [means], ledger, send, pause });
  return maker.establish({
    vendor: means.vendor,
    states: states.map((name) => ({ name, params: {} })),
    wanted: Object.fromEntries(wanted.map((name) => [name, ''])),
  });
}

/** Registers a department as the contract does; `way` may lose the answer. */
async function registerDepartment(stage: Stage, way: Send = stage.send, name?: string): Promise<void> {
  const { means, ledger } = stage;
  const made = await establishOn(stage, ['a new department name'], ['departmentName', 'departmentEmail']);
  if (made.kind === 'unavailable') throw new Error(made.reason);
  const { departmentName, departmentEmail: email } = made.values;
  const request: OutgoingRequest = {
    method: 'POST',
    path: DEPARTMENT,
    query: [],
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Auth-Token', means.credentials['authToken'] ?? ''],
      ['X-User-Id', means.credentials['userId'] ?? ''],
    ],
    body: JSON.stringify({
      department: {
        ...{ enabled: false, showOnRegistration: true, showOnOfflineForm: true, email },
        name: name ?? departmentName,
      },
    }),
  };
  const watch = awaitLeftover(
    { operation: 'rocketchat.registerDepartment', request, ...made },
    means,
    ledger,
  );
  watch(
    await way(request, { kind: 'state', vendor: 'rocketchat', says: '', effects: [], what: '', names: [] }),
  );
}

/** The request arrives and takes effect; its answer does not come back. */
function losingAnswers(send: Send): Send {
  return async (...request) => {
    await send(...request);
    return {
      kind: 'failure',
      failure: { code: 'ECONNRESET', phase: 'response', message: 'connection reset' },
    };
  };
}

const endings = (things: readonly CleanedThing[]) => things.map(({ ending }) => ending);

describe('a department', () => {
  it('is deleted, and that is proven by a read', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage);
    const [id] = stage.mock.holdings('rocketchat')['departments'] ?? [];
    expect(endings(await stage.clean())).toEqual([
      { kind: 'removed', says: 'deletes the department', proven: true, note: null, remains: null },
    ]);
    expect(stage.sent.slice(-2)).toEqual([
      `clean-up DELETE ${DEPARTMENT}/${id}`,
      `proof GET ${DEPARTMENT}/${id}`,
    ]);
    expect(stage.mock.holdings('rocketchat')['departments']).toEqual([]);
  });

  it('is archived where the workspace refuses to delete it, and what remains is told', async () => {
    const stage = await stageOn('rocketchat', ['rocketchat.removal-disabled']);
    await registerDepartment(stage);
    expect(endings(await stage.clean())).toMatchObject([
      {
        kind: 'removed',
        says: 'archives the department',
        proven: true,
        remains: expect.stringMatching(/stays/),
      },
    ]);
    expect(stage.mock.holdings('rocketchat')['archived']).toHaveLength(1);
  });

  it('is left where both are refused, with what to do; once more is tried, and then it goes', async () => {
    const stage = await stageOn('rocketchat', ['rocketchat.removal-disabled', 'rocketchat.archives-nothing']);
    await registerDepartment(stage);
    const [id] = stage.mock.holdings('rocketchat')['departments'] ?? [];
    expect(endings(await stage.clean())).toEqual([
      {
        kind: 'left',
        why: 'rocketchat answered with status 400',
        byHand: expect.stringContaining(`departmentId ${id}`),
        final: false,
      },
    ]);
    expect(stage.ledger.open).toHaveLength(1);
    const before = stage.sent.length;
    await stage.clean();
    expect(stage.sent.slice(before)).toContain(`clean-up DELETE ${DEPARTMENT}/${id}`);
  });

  it('is left where the deletion is confirmed and does not happen', async () => {
    const stage = await stageOn('rocketchat', ['rocketchat.deletes-nothing']);
    await registerDepartment(stage);
    expect(endings(await stage.clean())).toMatchObject([
      { kind: 'left', why: 'rocketchat reported it done, and it is still there' },
    ]);
  });

  it('whose answer was lost is searched by its name, and deleted', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage, losingAnswers(stage.send));
    expect(stage.mock.holdings('rocketchat')['departments']).toHaveLength(1);
    expect(endings(await stage.clean())).toMatchObject([{ proven: true }]);
    expect(stage.mock.holdings('rocketchat')['departments']).toEqual([]);
  });

  it('whose answer was lost and that does not bear the name is not looked for under it', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage, losingAnswers(stage.send), 'another name');
    expect(endings(await stage.clean())).toMatchObject([
      { kind: 'unknown', why: expect.stringMatching(/no search/) },
    ]);
  });

  it('that was refused is nothing to clean up', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage, async (request, purpose) =>
      stage.send({ ...request, body: '{}' }, purpose),
    );
    expect(await stage.clean()).toEqual([]);
    expect(stage.ledger.items).toMatchObject([{ outcome: 'not-made' }]);
  });

  it('that somebody else has deleted meanwhile is gone', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage);
    const [id] = stage.mock.holdings('rocketchat')['departments'] ?? [];
    const item = stage.ledger.items[0];
    expect(madeThings(item ? [item] : [], cleanUpMeans(stage.send, [stage.means]).kinds)).toEqual([
      { vendor: 'rocketchat', kind: 'department', value: id },
    ]);
    const deleting = {
      vendor: 'rocketchat',
      kind: 'clean-up',
      says: '',
      effects: [],
      what: '',
      names: [],
    } as const;
    const headers = Object.entries({
      'X-Auth-Token': stage.means.credentials['authToken'] ?? '',
      'X-User-Id': stage.means.credentials['userId'] ?? '',
    });
    await stage.send(
      { method: 'DELETE', path: `${DEPARTMENT}/${id}`, query: [], headers, body: undefined },
      deleting,
    );
    expect(endings(await stage.clean())).toMatchObject([
      { kind: 'removed', proven: true, note: 'rocketchat says that there is none' },
    ]);
  });

  it('makes room for the next one in the free edition, also when its answer was lost', async () => {
    const stage = await stageOn('rocketchat', ['rocketchat.free-edition']);
    await registerDepartment(stage);
    await registerDepartment(stage, losingAnswers(stage.send));
    await registerDepartment(stage);
    expect(stage.mock.holdings('rocketchat')['departments']).toHaveLength(1);
    const all = endings(await stage.clean());
    expect(all).toMatchObject([{ proven: true }, { proven: true }, { proven: true }]);
    expect(stage.mock.holdings('rocketchat')).toEqual({ departments: [], archived: [] });
  });

  it('cannot be had in the free edition where the last one stays archived, and the reason is told', async () => {
    const stage = await stageOn('rocketchat', ['rocketchat.free-edition', 'rocketchat.removal-disabled']);
    await registerDepartment(stage);
    expect(await establishOn(stage, ['a new department name'], ['departmentName'])).toEqual({
      kind: 'unavailable',
      reason: expect.stringMatching(/takes no more departments; the free edition has one/),
    });
  });

  it('stays on the list where nothing may be sent, and is not called gone', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage);
    const held: Send = async () => ({ kind: 'held-back', reason: 'the budget of 3 requests is spent' });
    expect(endings(await stage.clean(held))).toMatchObject([
      { kind: 'left', why: 'the budget of 3 requests is spent' },
    ]);
    expect(endings(await stage.clean())).toMatchObject([{ kind: 'removed', proven: true }]);
  });

  it('is called removed, not proven, where the read does not come through', async () => {
    const stage = await stageOn('rocketchat', []);
    await registerDepartment(stage);
    const deaf: Send = async (request, purpose) =>
      purpose.kind === 'proof' ? losingAnswers(stage.send)(request, purpose) : stage.send(request, purpose);
    expect(endings(await stage.clean(deaf))).toMatchObject([
      { kind: 'removed', proven: false, note: 'connection reset' },
    ]);
  });
});

describe('an error under a status of success', () => {
  const PAGE = {
    status: 200,
    headers: [],
    body: { text: '{"error":{"code":"ERROR_SERVER_ERROR"},"data":null}' },
  };
  const failing: Send = async () => ({ kind: 'response', response: PAGE });

  it('is no deletion', async () => {
    const stage = await stageOn('acquire', []);
    await establishOn(stage, ['an open case'], ['caseId']);
    expect(endings(await stage.clean(failing))[0]).toMatchObject({
      kind: 'left',
      why: 'the answer tells of an error',
    });
    expect(endings(await stage.clean())[0]).toMatchObject({ kind: 'removed' });
  });

  it('has made nothing', async () => {
    const stage = await stageOn('acquire', []);
    const made = await establishOn({ ...stage, send: failing }, ['an open case'], ['caseId']);
    expect(made).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(/tells of an error/) });
    expect(await stage.clean()).toEqual([]);
  });
});

describe('a case', () => {
  it('is closed before its contact is deleted, each with what is known of it', async () => {
    const stage = await stageOn('acquire', []);
    await establishOn(stage, ['an open case'], ['caseId', 'contactId']);
    const before = stage.sent.length;
    expect(endings(await stage.clean())).toMatchObject([
      { kind: 'removed', says: 'deletes the contact', proven: false, note: expect.stringMatching(/no read/) },
      { kind: 'removed', says: 'closes the case', proven: true, remains: expect.stringMatching(/history/) },
    ]);
    expect(stage.sent.slice(before).map((line) => line.replace(/\d{5,}/, 'ID'))).toEqual([
      'clean-up POST /api/v1/crm/messenger/chat/close',
      'proof GET /api/v1/crm/objects/case/ID',
      'clean-up DELETE /api/v1/crm/objects/contact/ID',
    ]);
  });

  it('that stays open in spite of its closing is told', async () => {
    const stage = await stageOn('acquire', ['acquire.stays-open']);
    await establishOn(stage, ['an open case'], ['caseId']);
    const [, closing] = endings(await stage.clean());
    expect(closing).toMatchObject({ kind: 'left', why: 'acquire reported it done, and it is still there' });
  });
});

describe('a chat', () => {
  it('that is routed to the agent after a while is accepted then', async () => {
    const stage = await stageOn('genesys', ['genesys.offers-late']);
    expect(await establishOn(stage, ['an agent with an active chat'], ['chatId'])).toMatchObject({
      kind: 'established',
    });
    expect(stage.sent.filter((line) => line.startsWith('state POST /api/v2/me/chats/'))).toHaveLength(3);
    await stage.clean();
    expect(stage.mock.holdings('genesys')).toMatchObject({ chats: [], ready: [] });
  });

  it('that was not offered to the agent leaves nothing but a session', async () => {
    const stage = await stageOn('genesys', ['genesys.offers-nothing']);
    expect(await establishOn(stage, ['an agent with an active chat'], ['chatId'])).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringMatching(/accepts the chat as the agent.*status 400/),
    });
    expect((await stage.clean()).map(({ what, ending }) => `${what} ${ending.kind}`)).toEqual([
      'session left',
      'presence removed',
      'chat removed',
    ]);
    expect(stage.mock.holdings('genesys')).toMatchObject({ chats: [], ready: [] });
  });

  it('that the agent cannot leave is completed instead', async () => {
    const stage = await stageOn('genesys', ['genesys.keeps-agents']);
    await establishOn(stage, ['an agent with an active chat'], ['chatId']);
    expect((await stage.clean()).at(-1)?.ending).toMatchObject({ says: 'completes the chat as the agent' });
  });
});
