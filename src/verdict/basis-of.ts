import { createHash } from 'node:crypto';
import type { Contract } from '../model/contract.ts';
import { oncePer } from '../model/once-per.ts';
import type { BroughtCheck } from '../model/own-check.ts';
import type { ReportBasis } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

/** What the operations of a report were judged by. */
export function basisOf(
  suite: Pick<Suite, 'specs' | 'contracts' | 'checks'>,
  operations: readonly string[],
): ReportBasis {
  const specs = suite.specs.filter((spec) => spec.operations.some(({ id }) => operations.includes(id)));
  const contracts = suite.contracts.filter(({ operation }) => operations.includes(operation));
  return {
    specs: Object.fromEntries(specs.map((spec) => [spec.vendor, digestOfSpec(spec)])),
    contracts: Object.fromEntries(
      contracts.map((contract) => [`${contract.consumer}/${contract.operation}`, digestOfContract(contract)]),
    ),
    ...(suite.checks && { checks: digestsOfChecks(suite.checks, operations) }),
  };
}

function digestsOfChecks(
  checks: readonly BroughtCheck[],
  judged: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    checks.flatMap(({ id, digest, operations }) =>
      operations
        .filter((operation) => judged.includes(operation))
        .map((operation) => [`${id}/${operation}`, digest]),
    ),
  );
}

// Specs and contracts are frozen, so each is digested once.
const digestOfSpec = oncePer(({ document, ambiguities }: Spec) => digestOf([document, ambiguities]));

/** Of a rule, what it says of itself: its code is another text in a bundle. */
const digestOfContract = oncePer(({ relies, rules, interactions }: Contract) =>
  digestOf([
    relies,
    rules.map(({ id, title, why }) => [id, title, why]),
    interactions.map(({ pact, notifications }) => [pact, notifications.map((one) => one.pact)]),
  ]),
);

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
