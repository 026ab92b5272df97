import type { CaseDraft } from '../judges/draft-case.ts';
import { setupTroubleOf } from '../judges/setup-trouble.ts';
import type { Subject } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import type { Blame, Case, Finding, RawFinding } from '../model/finding.ts';
import { assignBlame, type BlameContext, type Blamed } from './assign-blame.ts';
import { detailOf } from './detail-of.ts';
import { fingerprintOf } from './fingerprint.ts';
import { relyingContracts } from './relying-contracts.ts';

/**
 * Gives the findings of one exchange their blame, fingerprint, consumers and next step. `contradicted` are the
 * constraints of the spec that the document's own examples break.
 */
export function closeCases(
  exchange: string,
  subject: Subject,
  drafts: readonly CaseDraft[],
  contracts: readonly Contract[],
  contradicted: ReadonlySet<string> = NONE,
): readonly Case[] {
  const isRequestBroken = drafts.some(({ findings }) =>
    findings.some(({ pointer }) => pointer.startsWith('request.')),
  );
  const blameIn = ({ check }: CaseDraft, finding: RawFinding, blamedNearby: BlameContext['blamedNearby']) =>
    assignBlame(finding, { check, subject, isRequestBroken, contradicted, blamedNearby });
  // What a contract alone finds has no blame to pass on.
  const seen: { readonly pointer: string; readonly blame: Blame }[] = [];
  for (const draft of drafts)
    for (const finding of draft.findings)
      seen.push({ pointer: finding.pointer, blame: blameIn(draft, finding, []).blame });
  return drafts.map((draft) => {
    const findings = draft.findings.map((finding) => {
      const nearby = seen.filter(({ pointer }) => explains(pointer, finding.pointer));
      const blamed = blameIn(
        draft,
        finding,
        nearby.map(({ blame }) => blame),
      );
      return close(finding, blamed, draft, subject, contracts);
    });
    return closeCase(exchange, draft, blameOf(draft, subject), findings);
  });
}

/** `exchange` is the id of the planned one. */
export function caseId(exchange: string, check: string): string {
  return `${exchange}/${check}`;
}

/** Made member by member: spread, the copies of passed cases would cost more than all that led to them. */
function closeCase(
  exchange: string,
  { judge, check, title, level, outcome, reason }: CaseDraft,
  blame: Blame | null,
  findings: readonly Finding[],
): Case {
  const id = caseId(exchange, check);
  return { judge, check, title, level, outcome, reason, findings, id, exchange, blame };
}

const NONE: ReadonlySet<string> = new Set();

/** A judge that breaks down is ours; what the setup kept from being judged is the user's. */
function blameOf({ outcome }: CaseDraft, subject: Subject): Blame | null {
  if (outcome === 'errored') return 'suite';
  return outcome === 'not-run' && setupTroubleOf(subject) !== undefined ? 'setup' : null;
}

function close(
  finding: RawFinding,
  blamed: Blamed,
  { check }: CaseDraft,
  subject: Subject,
  contracts: readonly Contract[],
): Finding {
  const { specPointer, ...facts } = finding;
  return {
    ...facts,
    fingerprint: fingerprintOf(subject, check, finding),
    detail: detailOf({ ...facts, ...blamed }),
    check,
    ...blamed,
    specPointer: specPointer ?? null,
    reliedOnBy: relyingContracts(contracts, subject.operation.id, finding.pointer),
  };
}

/** The same place, or one inside the other; an answer of another status or type is another answer altogether. */
function explains(found: string, place: string): boolean {
  if (DECISIVE.has(found) && place.startsWith('response.')) return true;
  return found === place || isInside(found, place) || isInside(place, found);
}

const DECISIVE: ReadonlySet<string> = new Set(['response.status', 'response.header.content-type']);

function isInside(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`);
}
