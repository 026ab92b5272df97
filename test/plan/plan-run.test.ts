import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
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
        expect(exchange.reason).toMatch(
          /^the states "an API key", "a[^"]* case[^"]*" give no value for caseId$/,
        );
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

describe('the other readings of a request', () => {
  const alternativesOf = async (ids: readonly string[], target = exampleTarget()) =>
    plannedIn(await planOf(ids, target)).flatMap(({ alternatives, ...slot }) =>
      alternatives.map((one) => ({ ...one, slot })),
    );

  it('have another path with the same parameters', async () => {
    const paths = (await alternativesOf([INVITE], withValues({ chatId: 'a/1' }))).filter(
      ({ ambiguity }) => ambiguity === 'genesys.invite-path',
    );
    expect(paths.length).toBeGreaterThan(2);
    for (const { slot, reading, after, request, meant } of paths) {
      expect(slot.request.path).toBe('/api/v2/me/chats/a%2F1');
      expect({ reading, after }).toEqual({ reading: 'sample-path', after: 'route' });
      expect(request).toEqual({ ...slot.request, path: '/api/v2/chats/a%2F1' });
      expect(meant).toEqual(slot.request);
    }
  });

  it('are whole requests that mean the planned one, and stand in the plan by what speaks for them', async () => {
    const [join] = plannedIn(await planOf([JOIN], withValues({ apiKey: 'key-1', caseId: 40 })));
    const { request, alternatives = [] } = join ?? {};
    const bodies = alternatives.map(({ meant }): Json => JSON.parse(meant.body ?? ''));
    expect(bodies).toEqual(alternatives.map(() => ({ caseId: 40, askJoin: true })));
    expect(alternatives).toMatchObject([
      {
        reading: 'get-with-query',
        after: 'form',
        request: {
          method: 'GET',
          query: [
            ['caseId', '40'],
            ['askJoin', 'true'],
          ],
          body: undefined,
        },
      },
      { reading: 'post-with-body', after: 'route', request: { ...request, method: 'POST' } },
    ]);
  });

  it('carry the credentials elsewhere only after these were refused', async () => {
    const [sms] = plannedIn(await planOf(['acquire.sendSms'], withValues({ apiKey: 'key-1' })));
    const query = sms?.alternatives.find(({ ambiguity }) => ambiguity === 'acquire.sms-authorization');
    expect(query?.after).toBe('credentials');
    expect(query?.request.query).toContainEqual(['Authorization', 'Bearer key-1']);
    expect(query?.request.headers.map(([name]) => name)).not.toContain('Authorization');
  });

  it('differ from the planned request in one ambiguity each, at most once for each reading', async () => {
    const all = await alternativesOf(operations.map(({ id }) => id));
    const keys = all.map(({ slot, ambiguity, reading }) => `${slot.id} ${ambiguity} ${reading}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { slot, request } of all) expect(request).not.toEqual(slot.request);
  });

  it('do not hide the mistake that a probe is about', async () => {
    const about = (await alternativesOf(['acquire.addMailMessage'])).filter(
      ({ slot, ambiguity }) => slot.id.endsWith('data-to') && ambiguity === 'acquire.mail-inbox',
    );
    expect(about.filter(({ slot }) => slot.intent.kind === 'refused')).toEqual([]);
  });

  it('are none where the target does not let them be tried', async () => {
    const { probesReadings: _, ...silent } = exampleTarget();
    const ids = operations.map(({ id }) => id);
    expect(await alternativesOf(ids, silent)).toEqual([]);
    expect((await planOf(ids, silent)).hash).not.toBe((await planOf(ids)).hash);
  });
});
