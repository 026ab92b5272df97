// Suites in which one contract is not what it was.
import type { Contract, ContractRule } from '../src/model/contract.ts';
import { withMember } from '../src/model/edit-json.ts';
import type { HttpInteraction } from '../src/model/interaction.ts';
import { isJsonObject, type Json, type JsonObject } from '../src/model/json.ts';
import type { OperationId } from '../src/model/operation.ts';
import type { Suite } from '../src/model/suite.ts';

type SuiteChange = (suite: Suite) => Suite;

/** Contracts of the operation, changed. */
function inContract(operation: OperationId, change: (contract: Contract) => Contract): SuiteChange {
  return (suite) => ({
    ...suite,
    contracts: suite.contracts.map((one) => (one.operation === operation ? change(one) : one)),
  });
}

/** The interactions of the operation that are meant to succeed, changed. */
function inInteractions(
  operation: OperationId,
  change: (interaction: HttpInteraction) => HttpInteraction,
): SuiteChange {
  return inContract(operation, (contract) => ({
    ...contract,
    interactions: contract.interactions.map((one) => (one.intent.kind === 'accepted' ? change(one) : one)),
  }));
}

function inPact(interaction: HttpInteraction, pointer: string, value: Json): HttpInteraction {
  return { ...interaction, pact: objectOf(withMember(interaction.pact, pointer, value)) };
}

function objectOf(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new TypeError('an interaction of a pact is an object');
  return value;
}

/** A rule that wants to see what nobody documents. */
export function withRule(operation: OperationId, pointer: string): SuiteChange {
  const rule: ContractRule = {
    id: 'planted',
    title: 'What nobody documents is there',
    why: 'a planted rule wants it',
    broken: () => [{ pointer, expected: 'a mood', actual: 'absent' }],
  };
  return inContract(operation, (contract) => ({ ...contract, rules: [...contract.rules, rule] }));
}

/** A rule that breaks down itself. */
export function withBrokenRule(operation: OperationId): SuiteChange {
  const rule: ContractRule = {
    id: 'planted',
    title: 'A rule that works',
    why: 'a planted rule does not',
    broken: () => {
      throw new Error('out of order');
    },
  };
  return inContract(operation, (contract) => ({ ...contract, rules: [...contract.rules, rule] }));
}

/** A pact whose answers hold a member that nobody documents. */
export function withPactField(operation: OperationId, pointer: string): SuiteChange {
  return inInteractions(operation, (one) => inPact(one, `/response/body/content${pointer}`, 'cheerful'));
}

/** A contract that sends what is not documented, and whose pact says the same. */
export function withRequestValue(operation: OperationId, pointer: string, value: Json): SuiteChange {
  return inInteractions(operation, (one) => ({
    ...inPact(one, `/request/body/content${pointer}`, value),
    request: { ...one.request, body: withMember(one.request.body ?? null, pointer, value) },
  }));
}

/** A pact that describes another request than the contract sends. */
export function withOtherPactRequest(operation: OperationId): SuiteChange {
  return inInteractions(operation, (one) => inPact(one, '/request/method', 'PUT'));
}

/** A pact that Pact's verifier cannot read. */
export function withUnreadablePact(operation: OperationId): SuiteChange {
  return inInteractions(operation, (one) => inPact(one, '/type', 'Telepathic/Dream'));
}
