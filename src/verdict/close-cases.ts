import type { CaseDraft } from '../judges/draft-case.ts';
import type { Subject } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import type { Case, Finding, RawFinding } from '../model/finding.ts';
import { assignBlame } from './assign-blame.ts';
import { fingerprintOf } from './fingerprint.ts';
import { nextStep } from './next-step.ts';
import { relyingContracts } from './relying-contracts.ts';

/** Gives the findings of one exchange their blame, fingerprint, consumers and next step. */
export function closeCases(
  exchange: string,
  subject: Subject,
  drafts: readonly CaseDraft[],
  contracts: readonly Contract[],
): readonly Case[] {
  const documented = drafts.filter(({ judge }) => judge !== 'contract').flatMap(({ findings }) => findings);
  return drafts.map((draft) => ({
    ...draft,
    id: `${exchange}/${draft.check}`,
    exchange,
    findings: draft.findings.map((finding) => close(finding, draft, subject, documented, contracts)),
  }));
}

function close(
  finding: RawFinding,
  draft: CaseDraft,
  subject: Subject,
  documented: readonly RawFinding[],
  contracts: readonly Contract[],
): Finding {
  const isConfirmed = documented.some((other) => isNear(other.pointer, finding.pointer));
  const blame = assignBlame(finding, { check: draft.check, subject, isConfirmed });
  const { specPointer, ...facts } = finding;
  return {
    ...facts,
    fingerprint: fingerprintOf(subject, draft.check, finding),
    check: draft.check,
    blame,
    next: nextStep(blame),
    specPointer: specPointer ?? null,
    reliedOnBy: relyingContracts(contracts, subject.operation.id, finding.pointer),
  };
}

/** The same place, or one inside the other. */
function isNear(left: string, right: string): boolean {
  return left === right || isInside(left, right) || isInside(right, left);
}

function isInside(inner: string, outer: string): boolean {
  return inner.startsWith(outer.endsWith('#') ? outer : `${outer}/`);
}
