import type { Case } from '../model/finding.ts';
import type { OperationId } from '../model/operation.ts';
import type { ReportedWaiver, Waiver, WaiverNote, WaiverStanding } from '../model/waiver.ts';

/** What waivers are held against: one run in one target on one day. */
export interface WaiverScope {
  readonly target: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** Every operation there is. */
  readonly known: ReadonlySet<OperationId>;
  /** Cases of each operation that was judged. */
  readonly judged: ReadonlyMap<OperationId, readonly Case[]>;
}

/** Says of each waiver what became of it, in the order of the file. */
export function weighWaivers(waivers: readonly Waiver[], scope: WaiverScope): readonly ReportedWaiver[] {
  return waivers.map((waiver, index) => {
    const earlier = waivers.slice(0, index).find((other) => isSame(other, waiver));
    const { standing, problem } = weigh(waiver, earlier, scope);
    return { ...waiver, standing, problem };
  });
}

interface Weighed {
  readonly standing: WaiverStanding;
  readonly problem: string | null;
}

/** By the first rule that fits. */
function weigh(waiver: Waiver, earlier: Waiver | undefined, scope: WaiverScope): Weighed {
  const { operation, finding, expires } = waiver;
  if (!scope.known.has(operation))
    return problem('unmatched', `There is no operation ${operation}; correct its name or delete the waiver.`);
  if (earlier !== undefined)
    return problem('duplicate', `${earlier.place} waives the same finding; keep one of them.`);
  const cases = scope.judged.get(operation);
  if (waiver.target !== scope.target || cases === undefined)
    return { standing: 'not-looked-at', problem: null };
  if (expires < scope.today)
    return problem(
      'expired',
      `It held until ${expires}; have the finding mended, or decide anew and give a later day.`,
    );
  const found = cases
    .flatMap(({ findings }) => findings)
    .filter(({ fingerprint }) => fingerprint === finding);
  if (found.some(({ detail }) => detail === waiver.detail)) return { standing: 'applied', problem: null };
  const [other] = found;
  if (other !== undefined)
    return problem(
      're-opened',
      `The difference is another one now (detail ${other.detail}): ${other.actual}.`,
    );
  return wasJudged(cases) ? STALE : { standing: 'not-looked-at', problem: null };
}

const STALE: Weighed = problem('stale', 'There is no such finding any more; delete the waiver.');

/** Where nothing at all was judged of an operation, a finding that is missing tells nothing. */
function wasJudged(cases: readonly Case[]): boolean {
  return cases.some(({ outcome }) => outcome === 'passed' || outcome === 'failed');
}

function problem(standing: WaiverStanding, says: string): Weighed {
  return { standing, problem: says };
}

/** A fingerprint is that of one operation, whichever a waiver names beside it. */
function isSame(one: Waiver, other: Waiver): boolean {
  return one.finding === other.finding && one.target === other.target;
}

/** The cases of one operation with their waived findings marked; a case of nothing else is waived, never passed. */
export function markWaived(cases: readonly Case[], waivers: readonly ReportedWaiver[]): readonly Case[] {
  const notes = new Map<string, WaiverNote>(
    waivers
      .filter(({ standing }) => standing === 'applied')
      .map(({ finding, detail, reason, owner, ticket, expires }) => [
        `${finding} ${detail}`,
        { reason, owner, ticket, expires },
      ]),
  );
  return cases.map((one) => markCase(one, notes));
}

function markCase(one: Case, notes: ReadonlyMap<string, WaiverNote>): Case {
  const findings = one.findings.map((finding) => {
    const waiver = notes.get(`${finding.fingerprint} ${finding.detail}`);
    return waiver === undefined ? finding : { ...finding, waiver };
  });
  const isWaived = one.outcome === 'failed' && findings.every(({ waiver }) => waiver !== undefined);
  return { ...one, findings, outcome: isWaived ? 'waived' : one.outcome };
}
