import type { Case, Finding } from '../model/finding.ts';
import type { OperationId } from '../model/operation.ts';
import type { DocumentedAnswer, ReliedOnAnswer, ReliedOnStanding, Verdict } from '../model/report.ts';
import { LEVELS, type Level } from '../model/source.ts';
import { isBreaking, speaksOfTarget } from './breaking.ts';
import { countNoun } from './count-noun.ts';
import { foldDocumented } from './fold-documented.ts';
import { foldReliedOn, type Relying } from './fold-relied-on.ts';

export interface Folded {
  readonly verdict: Verdict;
  readonly because: string;
  readonly documented: DocumentedAnswer;
  readonly reliedOn: ReliedOnAnswer;
}

/** The verdict of an operation: the answers to the two questions of the product, and what follows from both. */
export function foldVerdict(
  cases: readonly Case[],
  needed: ReadonlySet<string>,
  operation: OperationId,
  relying: readonly Relying[],
): Folded {
  const standing = cases.map(withoutWaived);
  const documented = foldDocumented(standing, needed);
  const reliedOn = foldReliedOn(operation, standing, needed, relying);
  const verdict = joinAnswers(documented.verdict, reliedOn.standing);
  const because = `${sayWhy(verdict, documented, reliedOn)}${sayWaived(cases)}`;
  return { verdict, because, documented, reliedOn };
}

/** What is excused does not count against the target; it does not count for it either. */
function withoutWaived(one: Case): Case {
  return { ...one, findings: one.findings.filter(({ waiver }) => waiver === undefined) };
}

function sayWaived(cases: readonly Case[]): string {
  const waived = new Set(
    cases.flatMap(({ findings }) =>
      findings.filter(({ waiver }) => waiver !== undefined).map(({ fingerprint }) => fingerprint),
    ),
  );
  return waived.size === 0 ? '' : `; ${countNoun([...waived], 'finding')} waived`;
}

/** Both questions in one word, by the first rule that fits. */
export function joinAnswers(documented: Verdict, reliedOn: ReliedOnStanding): Verdict {
  if (documented === 'nonconformant' || reliedOn === 'broken') return 'nonconformant';
  return reliedOn === 'unproven' ? 'unproven' : documented;
}

/** The answers that the verdict follows from, what breaks somebody first. */
function sayWhy(verdict: Verdict, documented: DocumentedAnswer, reliedOn: ReliedOnAnswer): string {
  const own = documented.verdict === verdict ? [documented.because] : [];
  const isOfReliance = reliedOn.standing === 'broken' || own.length === 0;
  return [...(isOfReliance ? [reliedOn.because] : []), ...own].join('; ');
}

const PRECEDENCE = [
  'nonconformant',
  'unproven',
  'deviating',
  'conformant',
] as const satisfies readonly Verdict[];

/** The worst verdict of a run's operations; a run without any is unproven. */
export function foldRun(verdicts: readonly Verdict[]): Verdict {
  return PRECEDENCE.find((verdict) => verdicts.includes(verdict)) ?? 'unproven';
}

/** Findings that keep the gate shut: not waived, at its level or stronger, and not the fault of setup or suite. */
export function gateFindings(findings: readonly Finding[], gate: Level): readonly Finding[] {
  const counted = LEVELS.slice(0, LEVELS.indexOf(gate) + 1);
  return findings.filter(
    (finding) =>
      finding.waiver === undefined &&
      (isBreaking(finding) ||
        (counted.includes(finding.level) && speaksOfTarget(finding) && finding.blame !== 'undetermined')),
  );
}
