import type { FilePlace } from '../model/file-place.ts';
import type { Case, Finding } from '../model/finding.ts';
import { escapeToken } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

export interface LocationGround {
  readonly suite: Suite;
  readonly spec: Spec;
  readonly slots: Plan['exchanges'];
}

/**
 * Each finding with the place of what it was judged by: a contract's in the pact file, any other in the spec. What
 * names no place of the spec is left to the operation's.
 */
export function locateFindings(cases: readonly Case[], ground: LocationGround): readonly Case[] {
  return cases.map((one) =>
    one.findings.length === 0
      ? one
      : { ...one, findings: one.findings.map((finding) => located(finding, one, ground)) },
  );
}

function located(finding: Finding, one: Case, ground: LocationGround): Finding {
  const location = one.judge === 'contract' ? inPact(one, ground) : inSpec(finding, ground);
  return location === undefined ? finding : { ...finding, location };
}

function inSpec({ specPointer }: Finding, { spec }: LocationGround): FilePlace | undefined {
  return specPointer === null ? undefined : spec.placeOf(specPointer);
}

function inPact({ exchange }: Case, { suite, slots }: LocationGround): FilePlace | undefined {
  const slot = slots.find(({ id }) => id === exchange);
  if (slot?.origin.kind !== 'contract') return undefined;
  const { consumer, interaction } = slot.origin;
  return suite.contracts
    .filter((contract) => contract.operation === slot.operation && contract.consumer === consumer)
    .flatMap(({ interactions }) => interactions)
    .find(({ id }) => id === interaction)?.location;
}

export function specPointerOf({ path, method }: Operation): string {
  return `/paths/${escapeToken(path)}/${method.toLowerCase()}`;
}
