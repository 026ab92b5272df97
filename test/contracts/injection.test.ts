// The documents' ids, addresses and secrets are examples: none may be sent to a tenant, where they might be somebody's.
import { describe, expect, it } from 'vitest';
import { findContracts } from '../../scripts/pacts/find-contracts.ts';
import { loadSuite, ownFolders } from '../../src/load/load-suite.ts';
import type { HttpInteraction, StateInjection } from '../../src/model/interaction.ts';
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import type { Operation } from '../../src/model/operation.ts';
import { CONTRACTS } from './suite-under-test.ts';

const found = await findContracts(CONTRACTS);
const suite = loadSuite(
  ownFolders(),
  found.map(({ contract }) => contract),
);
const operations = suite.specs.flatMap((spec) => spec.operations);
const interactions = suite.contracts.flatMap((contract) =>
  contract.interactions.map(
    (interaction) => [`${contract.vendor}: ${interaction.description}`, interaction] as const,
  ),
);

/** What each provider state supplies, by vendor; the embedded vendors and the tenant files go by the same names. */
const SUPPLIED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  acquire: {
    'an API key': ['apiKey'],
    'an open case': ['caseId', 'contactId'],
    'a case that was closed and is open again': ['caseId', 'contactId'],
    'a closed case': ['caseId', 'contactId'],
    agents: ['agentIds'],
    departments: ['departmentIds'],
    'a connected mailbox': ['fromAddress', 'toAddresses'],
    'a mailbox that is not connected': ['strangeAddress'],
    'several recipients': ['recipientAddresses'],
    'recipients of copies': ['ccAddresses', 'bccAddresses'],
    'a phone number that is not connected': ['strangeNumber'],
    'a connected phone number': ['fromNumber', 'toNumber', 'threadId', 'timelineId'],
  },
  rocketchat: {
    'a user who may manage departments': ['authToken', 'userId'],
    'a user without permission': ['authToken', 'userId'],
    'an agent': ['agentId'],
    'a second agent': ['secondAgentId'],
    'a new department name': ['departmentName', 'departmentEmail'],
  },
  genesys: {
    'an agent with an active chat': ['authorization', 'chatId'],
    'an agent who can be invited': ['targetUri'],
    'an agent who cannot be invited': ['targetUri'],
  },
};

describe.each(interactions)('%s', (_, interaction) => {
  const { request, states, vendor } = interaction;

  it('sends no id, address or secret of a document', () => {
    expect(somebodys(interaction, request.injections)).toEqual([]);
  });

  it('would, were any one of its injections missing', () => {
    for (const missing of request.injections)
      expect(
        somebodys(
          interaction,
          request.injections.filter((injection) => injection !== missing),
        ),
        missing.at,
      ).not.toEqual([]);
  });

  it('asks its states for nothing they do not supply, and for something of each', () => {
    const asked = request.injections.flatMap(({ expression }) =>
      [...expression.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    );
    const supplied = states.map(({ name }) => SUPPLIED[vendor]?.[name] ?? []);
    expect(asked.filter((name) => !supplied.flat().includes(name))).toEqual([]);
    expect(states.filter((_, index) => !supplied[index]?.some((name) => asked.includes(name)))).toEqual([]);
  });
});

it("wrong credentials are made of the right ones, so that they are nobody's", () => {
  const wrong = interactions.map(([, one]) => one).filter(({ intent }) => hasWrongCredentials(intent));
  expect(wrong.length).toBeGreaterThan(0);
  for (const { request, operation } of wrong) {
    const altered = request.injections.filter(({ expression }) => /^wrong-\$\{\w+\}$/.test(expression));
    expect(altered.map(({ at }) => at)).toEqual([expect.stringMatching(/^header\./)]);
    expect(credentialsOf(operation)).toContain(altered[0]?.at);
  }
});

function hasWrongCredentials(intent: HttpInteraction['intent']): boolean {
  return intent.kind === 'refused' && intent.cause === 'wrong-credentials';
}

function operationOf(id: string): Operation {
  const operation = operations.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  return operation;
}

function credentialsOf(id: string): readonly string[] {
  return operationOf(id)
    .parameters.filter(({ credential }) => credential)
    .map((parameter) => `${parameter.in}.${parameter.name}`);
}

/** The places of a request that hold something that may belong to somebody and that no state supplies. */
function somebodys(interaction: HttpInteraction, injections: readonly StateInjection[]): readonly string[] {
  const { request, operation } = interaction;
  const injected = injections.map(({ at }) => at);
  const credentials = credentialsOf(operation);
  const values: readonly (readonly [place: string, value: Json])[] = [
    ...(request.path === operationOf(operation).path ? [] : [['path', request.path] as const]),
    ...request.query.map(([name, value]) => [`query.${name}`, value] as const),
    ...request.headers.map(([name, value]) => [`header.${name}`, value] as const),
    ...leavesOf(request.body ?? null).map(([pointer, value]) => [`body#${pointer}`, value] as const),
  ];
  return values
    .filter(
      ([place, value]) => place === 'path' || credentials.includes(place) || mayBeSomebodys(place, value),
    )
    .map(([place]) => place)
    .filter((place) => !injected.some((at) => place === at || place.startsWith(`${at}/`)));
}

const TELLING_NAME = /(?:id|ids|uri|email|\/name|from|to|number|address)$/i;
const TELLING_VALUE = /@|:\/\/|^\+?\d+$|\d[A-Za-z]+\d|[A-Za-z]\d{3}/;

/** Every number in these requests is an id; texts are told by the name or the look of an id or an address. */
function mayBeSomebodys(place: string, value: Json): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && (TELLING_NAME.test(place) || TELLING_VALUE.test(value));
}

function leavesOf(value: Json): readonly (readonly [pointer: string, value: Json])[] {
  if (!isJsonArray(value) && !isJsonObject(value)) return [['', value]];
  return Object.entries(value).flatMap(([key, member]: [string, Json]) =>
    leavesOf(member).map(([pointer, leaf]) => [`/${key}${pointer}`, leaf] as const),
  );
}
