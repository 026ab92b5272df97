import { createHash } from 'node:crypto';
import type { Contract } from '../model/contract.ts';
import type { ReportBasis } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

/** What the operations of a report were judged by. */
export function basisOf(suite: Suite, operations: readonly string[]): ReportBasis {
  const specs = suite.specs.filter((spec) => spec.operations.some(({ id }) => operations.includes(id)));
  const contracts = suite.contracts.filter(({ operation }) => operations.includes(operation));
  return {
    specs: Object.fromEntries(specs.map((spec) => [spec.vendor, digestOf(spec, partsOfSpec)])),
    contracts: Object.fromEntries(
      contracts.map((contract) => [
        `${contract.consumer}/${contract.operation}`,
        digestOf(contract, partsOfContract),
      ]),
    ),
  };
}

function partsOfSpec({ document, ambiguities }: Spec): unknown {
  return [document, ambiguities];
}

/** Of a rule, what it says of itself: its code is another text in a bundle. */
function partsOfContract({ relies, rules, interactions }: Contract): unknown {
  const told = rules.map(({ id, title, why }) => [id, title, why]);
  return [
    relies,
    told,
    interactions.map(({ pact, notifications }) => [pact, notifications.map((one) => one.pact)]),
  ];
}

const digests = new WeakMap<object, string>();

/** Specs and contracts are frozen, so each is digested once. */
function digestOf<Part extends object>(part: Part, partsOf: (part: Part) => unknown): string {
  const known = digests.get(part);
  if (known !== undefined) return known;
  const digest = createHash('sha256')
    .update(JSON.stringify(partsOf(part)))
    .digest('hex');
  digests.set(part, digest);
  return digest;
}
