import { describe, expect, it } from 'vitest';
import { renderTenantFile } from '../../src/cli/render-tenant-file.ts';
import { draftVendor } from '../../src/cli/tenant-draft.ts';
import { vendorNeeds } from '../../src/cli/vendor-needs.ts';
import { parseTenant } from '../../src/load/load-tenant.ts';
import { type KnownRecipes, vendorValues } from '../../src/load/vendor-values.ts';
import { specOf, suite } from '../fixtures/committed-suite.ts';
import { TENANT_TEXT } from './tenant-text.ts';

const GENESYS: KnownRecipes = {
  vendor: 'genesys',
  states: [
    {
      state: 'an agent with an active chat',
      credentials: ['authorization'],
      needs: { centre: 'the id of the contact centre' },
      provides: ['chatId'],
      byHand: undefined,
      steps: [],
    },
    {
      state: 'an agent who can be invited',
      credentials: [],
      needs: {},
      provides: ['targetUri'],
      byHand: 'somebody has to answer',
      steps: [],
    },
    {
      state: 'an agent who cannot be invited',
      credentials: ['authorization'],
      needs: {},
      provides: [],
      byHand: 'nobody can be asked',
      steps: [],
    },
  ],
};

const namesOf = (recipes: readonly KnownRecipes[], vendor: string, state: string) => [
  ...(vendorValues({ suite, recipes }, vendor).states.get(state)?.keys() ?? []),
];

describe('the values a tenant can supply', () => {
  it('are credentials where the document has them in a header', () => {
    const of = (vendor: string) => vendorValues({ suite, recipes: [] }, vendor).credentials;
    expect(of('acquire')).toEqual(['apiKey']);
    expect(of('genesys')).toEqual(['authorization']);
    expect(of('rocketchat')).toEqual(['authToken', 'userId']);
  });

  it('are those of the recipe where there is one', () => {
    const state = 'an agent with an active chat';
    expect(namesOf([GENESYS], 'genesys', state)).toEqual(['authorization', 'chatId', 'centre']);
  });

  it('are whatever a request in that state needs where there is none', () => {
    const state = 'an agent who cannot be invited';
    expect(namesOf([], 'genesys', state).toSorted()).toEqual(['authorization', 'chatId', 'targetUri']);
  });

  it('have the form that the contract shows', () => {
    const { states } = vendorValues({ suite, recipes: [] }, 'acquire');
    expect(states.get('agents')?.get('agentIds')).toEqual([1, 11, 26]);
  });

  it('are refused in a state whose recipe does not speak of them', () => {
    const recipe = {
      state: 'agents',
      credentials: [],
      needs: {},
      provides: [],
      byHand: undefined,
      steps: [],
    };
    const knowledge = { suite, recipes: [{ vendor: 'acquire', states: [recipe] }] };
    expect(() => parseTenant('t.yaml', TENANT_TEXT, knowledge)).toThrow(
      't.yaml:21#/vendors/acquire/states/agents/agentIds: found a name that no value of this state has',
    );
  });
});

it('a written file tells of each state what to fill in, and why', () => {
  const needs = vendorNeeds({ suite, recipes: [GENESYS] }, specOf('genesys'));
  const vendors = [draftVendor('lab', needs)];
  const text = renderTenantFile({ name: 'lab', environment: 'sandbox', vendors }, 'schema.json', {
    requests: 1,
    messages: 0,
  });
  expect(text).toContain(
    [
      '    #   an agent with an active chat:',
      '    #     chatId: …',
      '    #     centre: … # the id of the contact centre',
    ].join('\n'),
  );
  expect(text).toContain(
    [
      '    #   # Has to be given: somebody has to answer',
      '    #   an agent who can be invited:',
      '    #     targetUri: …',
    ].join('\n'),
  );
  // The credentials of somebody whom only the tenant can name.
  expect(text).toContain(
    [
      '    #   # Has to be given: nobody can be asked',
      '    #   an agent who cannot be invited:',
      '    #     authorization: env:… or file:…',
    ].join('\n'),
  );
});
