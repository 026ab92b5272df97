import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { contracts } from '../../src/generated/contracts.ts';
import { loadSuite } from '../../src/load/load-suite.ts';
import { operationOf, operations, suite } from '../fixtures/committed-suite.ts';
import { copySuite } from '../fixtures/suite-copy.ts';
import { type Mistake, SPEC_MISTAKES } from './mistakes.ts';
import { PACT_MISTAKES } from './pact-mistakes.ts';

describe('the committed folders', () => {
  it('hold the seven documented operations of three vendors', () => {
    expect(operations.map(({ id }) => id)).toEqual([
      'acquire.inviteAgent',
      'acquire.joinChat',
      'acquire.addChatMessage',
      'acquire.addMailMessage',
      'acquire.sendSms',
      'genesys.inviteAgentToChat',
      'rocketchat.registerDepartment',
    ]);
  });

  it('hold a contract with an accepted interaction for each', () => {
    const accepted = suite.contracts.filter(({ interactions }) =>
      interactions.some(({ intent }) => intent.kind === 'accepted'),
    );
    expect(accepted.map(({ operation }) => operation).toSorted()).toEqual(
      operations.map(({ id }) => id).toSorted(),
    );
  });

  it('are frozen once loaded', () => {
    expect(Object.isFrozen(suite)).toBe(true);
  });

  it('say of an operation what its document says', () => {
    expect(operationOf('acquire.joinChat')).toMatchObject({
      method: 'GET',
      path: '/api/v1/crm/messenger/chat/join',
      pathSource: { document: 'acquire-join-chat', lines: [3, 3], strength: 'stated' },
      effects: ['notifies-people', 'joins-as-person'],
      parameters: [{ name: 'Authorization', in: 'header', required: true, credential: true }],
    });
    expect(operationOf('rocketchat.registerDepartment').requirements).toEqual([
      {
        kind: 'permission',
        name: 'manage-livechat-departments',
        source: { document: 'rocketchat-register-department', lines: [17, 17], strength: 'stated' },
      },
    ]);
    expect(operationOf('genesys.inviteAgentToChat').notifications).toMatchObject({
      channel: '/v2/me/chats',
      outcomes: [
        { name: 'success', expects: ['participantsUpdated', 'newMessages'] },
        { name: 'failure', expects: ['inviteFailed'] },
      ],
    });
  });

  it('tie each message to the interaction it follows', () => {
    const followers = suite.contracts
      .flatMap(({ interactions }) => interactions)
      .filter(({ operation }) => operation === 'genesys.inviteAgentToChat')
      .map(({ id, notifications }) => [id, notifications.map(({ notification }) => notification).toSorted()]);
    expect(Object.fromEntries(followers)).toEqual({
      'an-invitation-that-is-carried-out': ['newMessages', 'participantsUpdated'],
      'an-invitation-that-comes-to-nothing': ['inviteFailed'],
    });
  });
});

function load({ plant, contracts: choose = (all) => all }: Mistake): unknown {
  const copy = copySuite();
  plant(copy);
  try {
    return loadSuite(copy, choose(contracts));
  } catch (error) {
    return error;
  }
}

describe('a copy of the folders', () => {
  it('loads as the committed ones while nothing is planted', () => {
    const copy = loadSuite(copySuite(), contracts);
    expect(copy.specs.map(({ operations: all }) => all)).toEqual(
      suite.specs.map(({ operations: all }) => all),
    );
  });

  it.each([...SPEC_MISTAKES, ...PACT_MISTAKES].map((mistake) => [mistake.name, mistake] as const))(
    'is refused for %s',
    (_, mistake) => {
      const error = load(mistake);
      expect(error).toBeInstanceOf(UserError);
      if (!(error instanceof UserError)) return;
      expect(error.code).toBe(mistake.code);
      for (const text of mistake.says) expect(error.message).toContain(text);
      expect(error.hint).toMatch(/\w{3,}.*\.$/s);
    },
  );

  it('is read without readings where a vendor has none', () => {
    const copy = copySuite();
    copy.remove('specs/readings/genesys.yaml');
    copy.remove('specs/defects/genesys.yaml');
    const loaded = loadSuite(copy, contracts);
    expect(loaded.specs.find(({ vendor }) => vendor === 'genesys')?.ambiguities).toEqual([]);
  });
});
