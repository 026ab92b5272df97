import type {
  ChangeKind,
  FindingChange,
  ReadingChange,
  ReportChanges,
  UndocumentedChange,
  VerdictChange,
} from '../model/changes.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { causeOf } from './cause-of.ts';
import { doubtsOf } from './doubts-of.ts';
import { type ReportedFinding, reportedFindings } from './reported-findings.ts';

/** What is otherwise in the later report; neither is touched. */
export function compareReports(before: Report, after: Report): ReportChanges {
  const [earlier, later] = [reportedFindings(before), reportedFindings(after)];
  const sides = { before, after };
  const cause = (operation: string) => causeOf(sides, operation);
  const came = [...later].flatMap(([key, one]) => cameAs(one, earlier.get(key), cause(one.operation)));
  const went = [...earlier].flatMap(([key, one]) =>
    later.has(key) ? [] : [wentAs(one, after, cause(one.operation))],
  );
  const findings = [...came, ...went];
  const count = (kind: ChangeKind) => findings.filter((one) => one.kind === kind).length;
  return {
    since: { run: before.run.id, startedAt: before.run.startedAt, target: before.target.name },
    counts: { new: count('new'), changed: count('changed'), fixed: count('fixed'), gone: count('gone') },
    findings,
    known: [...later].flatMap(([key, { operation, finding, details }]) =>
      [...details]
        .filter((detail) => earlier.get(key)?.details.has(detail) === true)
        .map((detail) => ({ operation, fingerprint: finding.fingerprint, detail })),
    ),
    verdicts: pairs(before, after).flatMap((pair) => verdictChange(pair, cause(pair.operation))),
    readings: pairs(before, after).flatMap(readingChanges),
    undocumented: pairs(before, after).flatMap(undocumentedChange),
    doubts: doubtsOf(before, after),
  };
}

function cameAs(
  { operation, finding, details }: ReportedFinding,
  earlier: ReportedFinding | undefined,
  cause: FindingChange['cause'],
): readonly FindingChange[] {
  const isKnown = earlier !== undefined && [...details].every((detail) => earlier.details.has(detail));
  if (isKnown) return [];
  const kind = earlier === undefined ? 'new' : 'changed';
  const seen = { before: earlier?.finding.actual ?? null, after: finding.actual };
  return [{ kind, operation, ...factsOf(finding), ...seen, cause, because: null }];
}

/** Fixed only where the same check has found nothing at fault since; what was not looked at is gone. */
function wentAs(
  { operation, finding }: ReportedFinding,
  after: Report,
  cause: FindingChange['cause'],
): FindingChange {
  const cases =
    after.operations
      .find((one) => one.operation === operation)
      ?.cases.filter(({ check }) => check === finding.check) ?? [];
  const isFixed = cases.some(({ outcome }) => outcome === 'passed');
  const unseen = cases.find(({ reason }) => reason !== null)?.reason ?? 'it was not in the run';
  return {
    ...{ kind: isFixed ? 'fixed' : 'gone', operation, ...factsOf(finding) },
    ...{ before: finding.actual, after: null, cause, because: isFixed ? null : unseen },
  };
}

function factsOf({ fingerprint, check, pointer, level, blame, expected }: ReportedFinding['finding']) {
  return { fingerprint, check, pointer, level, blame, expected };
}

interface Pair {
  readonly operation: string;
  readonly before: OperationReport | undefined;
  readonly after: OperationReport | undefined;
}

function pairs(before: Report, after: Report): readonly Pair[] {
  const names = new Set([...before.operations, ...after.operations].map(({ operation }) => operation));
  const of = ({ operations }: Report, name: string) => operations.find(({ operation }) => operation === name);
  return [...names].map((operation) => ({
    operation,
    before: of(before, operation),
    after: of(after, operation),
  }));
}

function verdictChange(
  { operation, before, after }: Pair,
  cause: VerdictChange['cause'],
): readonly VerdictChange[] {
  const [one, other] = [before?.verdict ?? null, after?.verdict ?? null];
  return one === other ? [] : [{ operation, before: one, after: other, cause }];
}

function readingChanges({ operation, before, after }: Pair): readonly ReadingChange[] {
  if (before === undefined || after === undefined) return [];
  return after.readings.flatMap(({ ambiguity, follows }) => {
    const earlier = before.readings.find((one) => one.ambiguity === ambiguity);
    if (earlier === undefined || earlier.follows === follows) return [];
    return [{ operation, ambiguity, before: earlier.follows, after: follows }];
  });
}

function undocumentedChange({ operation, before, after }: Pair): readonly UndocumentedChange[] {
  if (before === undefined || after === undefined) return [];
  const came = after.undocumented.filter((field) => !before.undocumented.includes(field));
  const went = before.undocumented.filter((field) => !after.undocumented.includes(field));
  return came.length + went.length === 0 ? [] : [{ operation, came, went }];
}
