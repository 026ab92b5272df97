import { describe, expect, it } from 'vitest';
import type { Suite } from '../../src/model/suite.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { operationOf, operations, suite } from '../fixtures/committed-suite.ts';
import { exampleTarget, input, plannedIn, planOf, type Values } from './example-target.ts';

const JOIN = 'acquire.joinChat';
const INVITE = 'genesys.inviteAgentToChat';

function withValues(changes: Values): ReturnType<typeof exampleTarget> {
  return exampleTarget((values) => ({ ...values, ...changes }));
}

describe('planRun', () => {
  it('plans what is to be accepted before what is to be refused', async () => {
    const { exchanges } = await planOf(['rocketchat.registerDepartment']);
    const kinds = exchanges.map(({ intent }) => intent.kind);
    expect(kinds.lastIndexOf('accepted')).toBe(kinds.indexOf('refused') - 1);
    expect(new Set(exchanges.map(({ id }) => id)).size).toBe(exchanges.length);
  });

  it('plans nothing for an operation that no contract is about', async () => {
    const bare: Suite = { ...suite, contracts: [] };
    expect((await planOf([JOIN], exampleTarget(), bare)).exchanges).toEqual([]);
  });

  it('carries effects and states of each request', async () => {
    const [sms] = plannedIn(await planOf(['acquire.sendSms']));
    expect(sms?.effects).toEqual(['creates', 'notifies-people', 'costs-money', 'irreversible']);
    expect(sms?.states.map(({ name }) => name)).toEqual([
      'an API key',
      'an open case',
      'a connected phone number',
    ]);
  });

  it('asks for the states of one vendor with the examples of what it needs of them', async () => {
    const asked: unknown[] = [];
    await planRun(
      suite,
      [operationOf(JOIN)],
      {
        name: 'asking',
        establish: async (request) => {
          asked.push(request);
          return { kind: 'established', values: request.wanted };
        },
      },
      input,
    );
    expect(asked[0]).toMatchObject({
      vendor: 'acquire',
      states: [{ name: 'an API key' }, { name: 'an open case' }],
      wanted: { caseId: 1684 },
    });
  });
});

describe('what cannot be sent', () => {
  it('stands in the plan with the reason of the target', async () => {
    const target = {
      name: 'empty',
      establish: async () => ({ kind: 'unavailable', reason: 'no such case' }) as const,
    };
    const { exchanges } = await planOf([JOIN], target);
    expect(exchanges.length).toBeGreaterThan(1);
    for (const exchange of exchanges)
      expect(exchange).toMatchObject({ kind: 'unplanned', reason: 'no such case', operation: JOIN });
  });

  it.each([
    ['is missing', ({ caseId: _, ...others }: Values): Values => others],
    ['is null', (values: Values): Values => ({ ...values, caseId: null })],
  ])('is a request of which a value %s; those that do without it are sent', async (_, change) => {
    const { exchanges } = await planOf([JOIN], exampleTarget(change));
    for (const exchange of exchanges) {
      const withoutCase = [`${JOIN}/probe-missing-caseid`, `${JOIN}/probe-wrong-type-caseid`];
      const needsCase = !withoutCase.includes(exchange.id);
      expect(exchange.kind).toBe(needsCase ? 'unplanned' : 'planned');
      if (exchange.kind === 'unplanned')
        expect(exchange.reason).toBe('the states "an API key", "an open case" give no value for caseId');
    }
  });
});

describe('secrets', () => {
  it('are what goes into a credential header, and nothing else', async () => {
    const [first] = plannedIn(await planOf([JOIN], withValues({ apiKey: 'key-1', caseId: 40 })));
    expect(first?.masks).toEqual([{ secret: 'key-1', shown: '[secret:apiKey]' }]);
    expect(first?.request.headers).toContainEqual(['Authorization', 'Bearer key-1']);
  });

  it('are replaced in the values that Pact is told', async () => {
    const target = withValues({ apiKey: 'key-1', caseId: 40 });
    const [first] = plannedIn(await planOf([JOIN], target));
    expect(first?.stateValues).toEqual({ apiKey: '[secret:apiKey]', caseId: 40 });
  });

  it('do not change the hash', async () => {
    const hashes = await Promise.all(
      ['key-1', 'another-2'].map(async (apiKey) => (await planOf([JOIN], withValues({ apiKey }))).hash),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });
});

describe('the hash', () => {
  const all = operations.map(({ id }) => id);

  it('is the same for the same plan', async () => {
    const { hash } = await planOf(all);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await planOf(all)).hash).toBe(hash);
  });

  it('differs when another request is sent, in another order, or when one cannot be', async () => {
    const renamed: Suite = {
      ...suite,
      contracts: suite.contracts.map((contract) => ({
        ...contract,
        interactions: contract.interactions.map(({ request, ...rest }) => ({
          ...rest,
          request: { ...request, headers: [...request.headers, ['X-More', '1'] as const] },
        })),
      })),
    };
    const plans = await Promise.all([
      planOf(all),
      planOf(all.toReversed()),
      planOf(all.slice(1)),
      planOf(all, withValues({ caseId: 40 })),
      planOf(all, withValues({ caseId: null })),
      planOf(all, exampleTarget(), renamed),
    ]);
    expect(new Set(plans.map(({ hash }) => hash)).size).toBe(plans.length);
  });

  it('differs when another reading would be sent', async () => {
    const unambiguous: Suite = { ...suite, specs: suite.specs.map((spec) => ({ ...spec, ambiguities: [] })) };
    const plain = await planOf([INVITE], exampleTarget(), unambiguous);
    expect(plain.hash).not.toBe((await planOf([INVITE])).hash);
  });
});

describe('the other reading of a path', () => {
  it('is an alternative with the same parameters', async () => {
    const exchanges = plannedIn(await planOf([INVITE], withValues({ chatId: 'a/1' })));
    expect(exchanges.length).toBeGreaterThan(2);
    for (const { request, alternatives } of exchanges) {
      expect(request.path).toBe('/api/v2/me/chats/a%2F1');
      expect(alternatives).toMatchObject([
        {
          ambiguity: 'genesys.invite-path',
          reading: 'sample-path',
          request: { ...request, path: '/api/v2/chats/a%2F1' },
        },
      ]);
    }
  });

  it('is none where the documents agree on the path', async () => {
    const others = plannedIn(await planOf(operations.map(({ id }) => id).filter((id) => id !== INVITE)));
    expect(others.filter(({ alternatives }) => alternatives.length > 0)).toEqual([]);
  });
});
