// Recipes as they are loaded, and every mistake in them that is told.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRecipes, ownRecipes } from '../../src/load/load-recipes.ts';
import type { Undo } from '../../src/model/recipe.ts';
import { namesOfRequest } from '../../src/model/recipe-names.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const recipes = loadRecipes(ownRecipes(), suite);

describe('the recipes that come with the package', () => {
  it('are there for every vendor, and for every state of its contracts', () => {
    expect(recipes.map(({ vendor }) => vendor)).toEqual(suite.specs.map(({ vendor }) => vendor).toSorted());
    for (const { vendor, states } of recipes) {
      const asked = suite.contracts
        .filter((contract) => contract.vendor === vendor)
        .flatMap(({ interactions }) => interactions.flatMap((interaction) => interaction.states));
      const known = states.map(({ state }) => state);
      expect(asked.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('only read where they prove, search or ask after health, and read nothing but what may be read', () => {
    const undos = recipes.flatMap(({ states, leftovers }) => [
      ...states.flatMap(({ steps }) => steps.map(({ undo }) => undo)),
      ...leftovers.map(({ undo }) => undo),
    ]);
    const searches = recipes.flatMap(({ states, leftovers }) =>
      [...states.flatMap(({ steps }) => steps), ...leftovers].map(({ search }) => search),
    );
    const requests = [
      ...recipes.flatMap(({ health, session }) => [
        ...health.map(({ request }) => request),
        session.csrf?.request,
      ]),
      ...undos.flatMap((undo) => allOf(undo).map(({ proof }) => proof?.request)),
      ...searches.map((search) => search?.request),
    ].filter((request) => request !== undefined);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter(({ method, body }) => method !== 'GET' || body !== undefined)).toEqual([]);
  });

  it('undo what they make by its own id, and nothing by a name that others may bear', () => {
    const undos = recipes.flatMap(({ states, leftovers }) =>
      [...states.flatMap(({ steps }) => steps), ...leftovers].flatMap(({ undo, what }) =>
        allOf(undo).map(({ request }) => ({ what, names: namesOfRequest(request) })),
      ),
    );
    // An agent's presence has no id: the login says whose it is.
    const named = undos.filter(({ what }) => what !== 'presence');
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter(({ names }) => !names.some((name) => name.endsWith('Id')))).toEqual([]);
  });

  it('are frozen', () => {
    expect(Object.isFrozen(recipes[0]?.states[1]?.steps[0]?.request)).toBe(true);
  });
});

function allOf(undo: Undo | undefined): readonly Undo[] {
  return undo === undefined ? [] : [undo, ...allOf(undo.otherwise)];
}

interface Mistake {
  readonly vendor: string;
  readonly replace: readonly [string, string];
  readonly complaint: RegExp;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a provider state that is forgotten': {
    vendor: 'acquire',
    replace: ['  departments:\n', '  compartments:\n'],
    complaint: /#\/states: found no "departments"/,
  },
  'a state that nobody asks for': {
    vendor: 'rocketchat',
    replace: ['  an agent:\n', '  a lonely agent:\n    provides: []\n\n  an agent:\n'],
    complaint: /#\/states\/a lonely agent: found "a lonely agent"/,
  },
  'a state after one that is listed later': {
    vendor: 'acquire',
    replace: ['after: [an open case]', 'after: [a case that was closed and is open again]'],
    complaint: /#\/states\/a closed case\/after\/0: .*expected a state listed before/,
  },
  'a state after one that lasts for less': {
    vendor: 'acquire',
    replace: ['after: [an open case]\n    lasts: until-spent', 'after: [an open case]'],
    complaint: /after\/0: found "an open case", which lasts for less/,
  },
  'a call that spends what does not last until then': {
    vendor: 'acquire',
    replace: ['spends: [a closed case]', 'spends: [agents]'],
    complaint: /addChatMessage\/spends\/0: found "agents", expected a state that lasts until it is spent/,
  },
  'an operation that leaves something and is forgotten': {
    vendor: 'acquire',
    replace: ['  acquire.sendSms:', '  acquire.sendFax:'],
    complaint: /#\/leftovers: found no "acquire.sendSms"/,
  },
  'a leftover that neither goes nor stays': {
    vendor: 'acquire',
    replace: ['    stays: A text message that is sent cannot be called back, and is paid for.\n', ''],
    complaint: /#\/leftovers\/acquire.sendSms/,
  },
  'a credential in a request, which the ledger would keep': {
    vendor: 'acquire',
    replace: ['name: "{marker}"', 'name: "{apiKey}"'],
    complaint: /steps\/0\/request: found "apiKey"/,
  },
  'a sign-in with something that is no credential': {
    vendor: 'genesys',
    replace: ['Authorization: "{authorization}"', 'Authorization: "{chatId}"'],
    complaint: /#\/signIn\/Authorization: found "{chatId}"/,
  },
  'a value used before it is there': {
    vendor: 'acquire',
    replace: ['query: { contactId: "{contactId}" }', 'query: { contactId: "{threadId}" }'],
    complaint: /steps\/1\/request: found "threadId"/,
  },
  'an undo that needs what no step captures': {
    vendor: 'rocketchat',
    replace: [
      'captures: { departmentId: { at: /department/_id } }',
      'captures: { otherId: { at: /department/_id } }',
    ],
    complaint: /#\/leftovers\/rocketchat.registerDepartment\/undo: found "departmentId"/,
  },
  'a search that does not find what the undo needs': {
    vendor: 'rocketchat',
    replace: ['captures: { departmentId: { at: /_id } }', 'captures: { otherId: { at: /_id } }'],
    complaint: /search\/captures: found "departmentId"/,
  },
  'a value that nothing provides': {
    vendor: 'rocketchat',
    replace: [
      'captures: { agentId: { at: /users/0/_id } }',
      'captures: { userOfAgent: { at: /users/0/_id } }',
    ],
    complaint: /#\/states\/an agent\/provides: found "agentId"/,
  },
  'a step without a basis': {
    vendor: 'rocketchat',
    replace: ['        basis: "Source: since 6.0', '        because: "Source: since 6.0'],
    complaint: /no "basis"|"because"/,
  },
  'an effect that does not exist': {
    vendor: 'rocketchat',
    replace: ['effects: [reads]', 'effects: [looks]'],
    complaint: /steps\/0\/effects\/0: found "looks", expected one of/,
  },
};

describe('a mistake is told with its place', () => {
  it.each(Object.entries(MISTAKES))('%s', (_, { vendor, replace: [from, to], complaint }) => {
    const folder = temporaryFolder();
    const text = readFileSync(join(ownRecipes(), `${vendor}.yaml`), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, `${vendor}.yaml`), text);
    expect(loadRecipes(folder, suite)).toHaveLength(1);
    writeFileSync(join(folder, `${vendor}.yaml`), text.replace(from, to));
    expect(() => loadRecipes(folder, suite)).toThrow(complaint);
  });

  it('recipes of a vendor that nobody documents', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'acqire.yaml'), '{}');
    expect(() => loadRecipes(folder, suite)).toThrow('There is no vendor "acqire"');
  });

  it('no recipes at all are none', () => {
    const folder = join(temporaryFolder(), 'recipes');
    expect(loadRecipes(folder, suite)).toEqual([]);
    mkdirSync(folder);
    expect(loadRecipes(folder, suite)).toEqual([]);
  });
});
