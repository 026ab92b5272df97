// A rule that cannot break says nothing: each holds on the documents' own payloads and breaks on one planted change.
import { beforeAll, describe, expect, it } from 'vitest';
import { findContracts } from '../../scripts/pacts/find-contracts.ts';
import type { ContractRule, RuleSubject } from '../../src/model/contract.ts';
import type { Json } from '../../src/model/json.ts';
import { CONTRACTS, committedSpecs, exampleBeside } from './suite-under-test.ts';

interface RuleCase {
  readonly operation: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Texts replaced in the documented payloads, and the difference the rule then reports. */
  readonly planted: readonly {
    readonly replace: readonly [from: string, to: string];
    readonly difference: { readonly pointer: string; readonly expected: string; readonly actual: string };
  }[];
}

const CASES: Readonly<Record<string, RuleCase>> = {
  'joined-user-present': {
    operation: 'acquire.joinChat',
    planted: [
      {
        replace: ['"status":"joined"', '"status":"ignored"'],
        difference: {
          pointer: 'response.body#/data/users',
          expected: 'a user who has joined',
          actual: 'user ignored, contact active, user ignored',
        },
      },
    ],
  },
  'sender-type-as-asked': {
    operation: 'acquire.addChatMessage',
    query: { 'x-user-type': 'user' },
    planted: [
      {
        replace: ['"senderType":"user"', '"senderType":"contact"'],
        difference: { pointer: 'response.body#/data/senderType', expected: 'user', actual: 'contact' },
      },
      {
        replace: ['"senderType":"user"', '"undocumented":"user"'],
        difference: { pointer: 'response.body#/data/senderType', expected: 'user', actual: 'nothing' },
      },
    ],
  },
  'second-agent-present': {
    operation: 'genesys.inviteAgentToChat',
    planted: [
      {
        replace: ['"type":"Agent"', '"type":"Customer"'],
        difference: {
          pointer: 'notifications.participantsUpdated#/chat/participants',
          expected: 'two agents or more',
          actual: '0',
        },
      },
    ],
  },
  'joiner-among-participants': {
    operation: 'genesys.inviteAgentToChat',
    planted: [
      {
        replace: ['"from":{"nickname":"BFriend"', '"from":{"nickname":"Stranger"'],
        difference: {
          pointer: 'notifications.newMessages#/messages/0/from',
          expected:
            'one of TestName (009052CB05C900EA), BFriend (009052CB05CA00EB), FirstL (009052CB056C00E5), TestName (009052CB057100E7)',
          actual: 'Stranger (009052CB05CA00EB)',
        },
      },
    ],
  },
};

let rules: readonly ContractRule[];

beforeAll(async () => {
  rules = (await findContracts(CONTRACTS)).flatMap(({ contract }) => contract.rules);
});

it('every rule has its case', () => {
  expect(rules.map(({ id }) => id).toSorted()).toEqual(Object.keys(CASES).toSorted());
});

describe.each(Object.entries(CASES))('%s', (id, { operation, query, planted }) => {
  const broken = (subject: RuleSubject) => rules.find((rule) => rule.id === id)?.broken(subject);

  it('holds on the documented payloads', () => {
    expect(broken(documented(operation, query))).toEqual([]);
  });

  it.each(planted)('breaks with $replace.1', ({ replace, difference }) => {
    expect(broken(withPlanted(documented(operation, query), replace))).toEqual([difference]);
  });

  it('does not fail on what is no answer at all', () => {
    const nothing = {
      ...documented(operation, query),
      response: { status: 200, body: undefined },
      notifications: [],
    };
    expect(() => broken(nothing)).not.toThrow();
    expect(() => broken({ ...nothing, response: { status: 200, body: { data: [null, 1] } } })).not.toThrow();
    expect(() =>
      broken({ ...nothing, notifications: [null, { notificationType: 'NewMessages' }] }),
    ).not.toThrow();
  });
});

/** A successful exchange made of the payloads the documents show. */
function documented(id: string, query: Readonly<Record<string, string>> = {}): RuleSubject {
  const spec = committedSpecs().find(({ operations }) => operations.some((operation) => operation.id === id));
  const operation = spec?.operations.find((each) => each.id === id);
  const schemaPointer = operation?.responses.find(({ status }) => status === 200)?.schemaPointer;
  if (spec === undefined || operation === undefined || schemaPointer === undefined) throw new Error(id);
  const { kinds, outcomes } = operation.notifications ?? { kinds: [], outcomes: [] };
  const expected = outcomes.find(({ name }) => name === 'success')?.expects ?? [];
  return {
    request: { path: operation.path, query, body: undefined },
    response: { status: 200, body: exampleBeside(spec, schemaPointer) },
    notifications: kinds
      .filter(({ name }) => expected.includes(name))
      .map((kind) => exampleBeside(spec, kind.schemaPointer)),
  };
}

function withPlanted(subject: RuleSubject, [from, to]: readonly [string, string]): RuleSubject {
  const alter = (value: Json): Json => JSON.parse(JSON.stringify(value).replaceAll(from, to));
  const altered = {
    ...subject,
    response: { ...subject.response, body: alter(subject.response.body ?? null) },
    notifications: subject.notifications.map(alter),
  };
  expect(altered).not.toEqual(subject);
  return altered;
}
