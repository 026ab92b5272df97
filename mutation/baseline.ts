import type { TestableClaim } from '../src/claims/claim-basis.ts';
import { listClaims } from '../src/claims/list-claims.ts';
import type { ClaimStanding } from '../src/model/claim.ts';
import type { Contract } from '../src/model/contract.ts';
import type { Operation } from '../src/model/operation.ts';
import type { Spec } from '../src/model/spec.ts';
import { reportClaims } from '../src/run/report-claims.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { PATIENT_MS } from './deadline.ts';
import type { Laboratory } from './laboratory.ts';

/** A claim and what the conformant mock shows of it. */
export interface ShownClaim {
  readonly testable: TestableClaim;
  readonly standing: ClaimStanding;
}

/** What one operation of the conformant mock answers: everything mutants are derived from. */
export interface Baseline {
  readonly spec: Spec;
  readonly operation: Operation;
  readonly contracts: readonly Contract[];
  readonly judged: readonly Judged[];
  readonly claims: readonly ShownClaim[];
}

/** A mock that is complained of without any mutant proves nothing. */
export async function takeBaseline(laboratory: Laboratory, operation: Operation): Promise<Baseline> {
  const spec = laboratory.suite.specs.find(({ vendor }) => vendor === operation.vendor);
  if (spec === undefined) throw new Error(`no spec documents ${operation.id}`);
  const { judged, slots, findings } = await laboratory.run(operation.id, undefined, undefined, PATIENT_MS);
  const [finding] = findings;
  if (finding !== undefined)
    throw new Error(
      `${operation.id} has findings without any mutant: ${finding.check} at ${finding.pointer}`,
    );
  const { list } = reportClaims(spec, operation, slots, judged, (slot) =>
    slot.kind === 'unplanned' ? slot.reason : 'it was not sent',
  );
  const claims = listClaims(spec, operation).flatMap((testable, index): readonly ShownClaim[] => {
    const standing = list[index];
    return standing === undefined ? [] : [{ testable, standing }];
  });
  const contracts = laboratory.suite.contracts.filter((contract) => contract.operation === operation.id);
  return { spec, operation, contracts, judged, claims };
}
