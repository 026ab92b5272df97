import { beforeAll, describe, expect, it } from 'vitest';
import { findContracts } from '../../scripts/pacts/find-contracts.ts';
import { loadSuite, ownFolders } from '../../src/load/load-suite.ts';
import type { Contract } from '../../src/model/contract.ts';
import type { HttpInteraction } from '../../src/model/interaction.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Suite } from '../../src/model/suite.ts';
import { hasPlace } from './schema-place.ts';
import { CONTRACTS } from './suite-under-test.ts';

let suite: Suite;

beforeAll(async () => {
  const found = await findContracts(CONTRACTS);
  suite = loadSuite(
    ownFolders(),
    found.map(({ contract }) => contract),
  );
});

const operations = (): readonly Operation[] => suite.specs.flatMap((spec) => spec.operations);
const interactionsOf = ({ id }: Operation): readonly HttpInteraction[] =>
  suite.contracts.filter(({ operation }) => operation === id).flatMap(({ interactions }) => interactions);
const statusOf = ({ pact }: HttpInteraction) => valueAt(pact, '/response/status');

describe('the contracts', () => {
  it('are one for each documented operation', () => {
    expect(suite.contracts.map(({ operation }) => operation).toSorted()).toEqual(
      operations()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(suite.contracts.length).toBeGreaterThan(0);
  });

  it('have a success for each operation', () => {
    const without = operations().filter(
      (operation) =>
        !interactionsOf(operation).some(
          ({ intent }) => intent.kind === 'accepted' && intent.outcome === 'success',
        ),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('provoke every documented refusal, and await its status', () => {
    const refusals = operations().flatMap((operation) =>
      operation.responses.flatMap(({ status, refuses }) =>
        refuses.map((cause) => ({ operation, status, cause })),
      ),
    );
    expect(refusals.length).toBeGreaterThan(0);
    for (const { operation, status, cause } of refusals)
      expect(
        interactionsOf(operation).some(
          (one) => one.intent.kind === 'refused' && one.intent.cause === cause && statusOf(one) === status,
        ),
        `${operation.id} ${status} ${cause}`,
      ).toBe(true);
  });

  it('await every notification of every outcome', () => {
    const outcomes = operations().flatMap((operation) =>
      (operation.notifications?.outcomes ?? []).map((outcome) => ({ operation, outcome })),
    );
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { operation, outcome } of outcomes) {
      const awaited = interactionsOf(operation)
        .filter(({ intent }) => intent.kind === 'accepted' && intent.outcome === outcome.name)
        .flatMap(({ notifications }) => notifications.map(({ notification }) => notification));
      expect(awaited.toSorted(), outcome.name).toEqual(outcome.expects.toSorted());
    }
  });

  it('describe no two interactions of a vendor alike', () => {
    const names = suite.contracts.flatMap(({ vendor, interactions }) =>
      interactions.flatMap(({ description, notifications }) => [
        `${vendor} ${description}`,
        ...notifications.map((message) => `${vendor} ${message.description}`),
      ]),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('cite lines that the documents have', () => {
    const lines = new Map(suite.documents.map(({ id, lines }) => [id, lines]));
    const interactions = suite.contracts.flatMap(({ interactions }) => interactions);
    for (const { description, sources, notifications } of interactions) {
      const cited = [...sources, ...notifications.flatMap((message) => message.sources)];
      expect(cited.length, description).toBeGreaterThan(0);
      for (const {
        document,
        lines: [from, to],
      } of cited) {
        expect(from, `${description}: ${document}`).toBeLessThanOrEqual(to);
        expect(to, `${description}: ${document}`).toBeLessThanOrEqual(lines.get(document) ?? 0);
      }
    }
  });
});

describe('what the contracts rely on', () => {
  const undocumented = ({ operation, vendor }: Contract, field: string): boolean => {
    const spec = suite.specs.find((each) => each.vendor === vendor);
    const known = operations().find(({ id }) => id === operation);
    const [part = '', pointer = ''] = field.split('#');
    const schemas =
      part === 'response.body'
        ? known?.responses.map(({ schemaPointer }) => schemaPointer)
        : known?.notifications?.kinds
            .filter(({ name }) => part === `notifications.${name}`)
            .map(({ schemaPointer }) => schemaPointer);
    return !(schemas ?? []).some(
      (schema) => spec !== undefined && schema !== undefined && hasPlace(spec.document, schema, pointer),
    );
  };

  it('is documented', () => {
    for (const contract of suite.contracts) {
      expect(contract.relies.length, contract.operation).toBeGreaterThan(0);
      const fields = contract.relies.map(({ field }) => field).filter((field) => field !== 'response.status');
      expect(fields.filter((field) => undocumented(contract, field))).toEqual([]);
    }
  });

  it('would be found out if it were not', () => {
    for (const contract of suite.contracts)
      expect(undocumented(contract, 'response.body#/data/*/nobodyDocumentsThis')).toBe(true);
  });
});
