// A rule that cannot break says nothing: each holds on the documents' own payloads and breaks on one planted change.
import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../contracts/define-contract.ts';
import { findContracts } from '../../scripts/pacts/find-contracts.ts';
import type { RuleSubject } from '../../src/model/contract.ts';
import type { Json } from '../../src/model/json.ts';
import { CONTRACTS, committedSpecs, exampleBeside } from './suite-under-test.ts';

const specs = committedSpecs();
const found = await findContracts(CONTRACTS);
const rules = found.flatMap(({ contract: { operation, rules } }) =>
  rules.map((rule) => [`${operation} ${rule.id}`, operation, rule] as const),
);

it('rules have names of their own', () => {
  const names = rules.map(([name]) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(rules)('%s', (_, operation, rule) => {
  it('has a change that breaks it', () => {
    expect(rule.examples.length).toBeGreaterThan(0);
  });

  it.each(rule.examples)('holds on the documented payloads, and breaks with $replace.1', (example) => {
    const payloads = unitedBy(example, documented(operation, example));
    expect(rule.broken(payloads)).toEqual([]);
    const planted = withPlanted(payloads, example.replace);
    const form = example.form ?? 'json';
    const answered: RuleSubject = { ...planted, response: { ...planted.response, form } };
    expect(rule.broken(answered)).toEqual([example.difference]);
  });

  it('does not fail on what is no answer at all', () => {
    const nothing = documented(operation);
    for (const body of [undefined, null, 1, { data: [null, 1] }, { data: { users: [null] } }])
      expect(() => rule.broken({ ...nothing, response: { status: 200, body, form: 'json' } })).not.toThrow();
    for (const messages of [[], [null], [{ notificationType: 'ParticipantsUpdated' }]])
      expect(() => rule.broken({ ...nothing, notifications: messages })).not.toThrow();
  });
});

/** A successful exchange made of the payloads the documents show. */
function documented(id: string, { query = {}, outcome, answer }: Partial<RuleExample> = {}): RuleSubject {
  const spec = specs.find(({ operations }) => operations.some((operation) => operation.id === id));
  const operation = spec?.operations.find((each) => each.id === id);
  if (spec === undefined || operation === undefined) throw new Error(id);
  const schemaPointer = operation.responses.find(({ status }) => status === 200)?.schemaPointer;
  const { kinds, outcomes } = operation.notifications ?? { kinds: [], outcomes: [] };
  const expected = outcomes.find(({ name }) => name === (outcome ?? 'success'))?.expects ?? [];
  return {
    request: { path: operation.path, query, body: undefined },
    response: {
      status: 200,
      body: schemaPointer === undefined ? answer : exampleBeside(spec, schemaPointer),
      form: 'json',
    },
    notifications: kinds
      .filter(({ name }) => expected.includes(name))
      .map((kind) => exampleBeside(spec, kind.schemaPointer)),
  };
}

function unitedBy({ unite }: RuleExample, subject: RuleSubject): RuleSubject {
  return unite === undefined ? subject : withPlanted(subject, unite);
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
