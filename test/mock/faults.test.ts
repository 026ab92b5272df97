import { describe, expect, test } from 'vitest';
import { listFaults, listLiberties } from '../../src/mock/faults/list-faults.ts';
import { specs } from './documented-specs.ts';
import { draft, scenarios } from './fault-scenarios.ts';
import { runMock } from './mock-client.ts';

const faults = [...listFaults(), ...listLiberties()];
const operations = specs.flatMap((spec) => spec.operations.map(({ id }) => id));

test('names are unique, and say whom they concern', () => {
  const names = faults.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, operation } of faults) {
    expect(name).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(operation.split('.')[0]).toBe(name.startsWith('any.') ? '*' : name.split('.')[0]);
    expect(['*', ...operations]).toContain(operation);
  }
});

test.each(operations)('%s has faults of its own', (operation) => {
  expect(faults.filter((fault) => fault.operation === operation).length).toBeGreaterThanOrEqual(3);
});

test('a fault nobody knows is refused', async () => {
  await expect(runMock({ faults: ['acquire.no-such-fault'] })).rejects.toThrow(/no-such-fault/);
});

describe('every fault shows', () => {
  const pairs = faults.flatMap(({ name, operation }) =>
    operations.filter((id) => operation === '*' || operation === id).map((id) => [name, id] as const),
  );

  test.each(pairs)('%s at %s', (name, operation) => {
    const met = scenarios.filter((scenario) => scenario.operation === operation);
    const changed = met.filter(
      (scenario) => JSON.stringify(draft(scenario, [name])) !== JSON.stringify(draft(scenario, [])),
    );
    expect(changed.map(({ title }) => title)).not.toEqual([]);
  });
});

test.each(scenarios)('without faults, $operation $title is answered the same every time', (scenario) => {
  expect(draft(scenario, [])).toEqual(draft(scenario, []));
});

test('faults are applied in the order given', () => {
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  expect(draft(scenario, ['any.status-created', 'any.internal-error']).status).toBe(500);
  // The first has made the answer an error no longer called a success, yet the draft's purpose stands.
  expect(draft(scenario, ['any.internal-error', 'any.status-created']).status).toBe(201);
});
