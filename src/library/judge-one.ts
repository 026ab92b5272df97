import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { Report } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import { judgeObserved } from '../observed/judge-observed.ts';
import { createMasker } from '../privacy/masker.ts';
import { groupReportFindings } from '../reporters/finding-groups.ts';
import { findingSentence } from '../reporters/finding-sentence.ts';
import { findingText } from '../reporters/finding-text.ts';
import { buildReport } from '../run/build-report.ts';
import { checksOf } from '../run/checks-of.ts';
import type { Judged } from '../run/run-suite.ts';
import { EXIT } from '../verdict/exit-code.ts';
import type { JudgedExchange, ToldFinding } from './judged-exchange.ts';
import { withSharedMatcher } from './shared-matcher.ts';

interface Manner {
  readonly contract: 'pact' | 'none';
  readonly gate: Level;
}

/** Judges an observed exchange as a run would, and reports it as a run of one. */
export async function judgeOne(
  suite: Suite,
  observed: ObservedExchange,
  { contract, gate }: Manner,
): Promise<JudgedExchange> {
  const masker = createMasker({ suite, secrets: [], people: 'fictional' });
  const judgeBy = (matcher: PactMatcher | undefined) =>
    judgeObserved({ suite, checks: checksOf(suite), matcher, masker }, observed);
  const result = contract === 'none' ? await judgeBy(undefined) : await withSharedMatcher(judgeBy);
  return result.kind === 'unmatched' ? result : told(reportOf(suite, result.judged, gate));
}

function told(report: Report): JudgedExchange {
  const [operation] = report.operations;
  if (operation === undefined) throw new Error('a report of one exchange has no operation');
  return {
    kind: 'judged',
    operation: operation.operation,
    verdict: operation.verdict,
    because: operation.because,
    gate: gateOf(report),
    cases: operation.cases,
    findings: findingsOf(report),
    report,
  };
}

function gateOf({ exitCode }: Report): 'met' | 'not-met' | 'unproven' {
  if (exitCode === EXIT.gateMet) return 'met';
  return exitCode === EXIT.gateNotMet ? 'not-met' : 'unproven';
}

function findingsOf(report: Report): readonly ToldFinding[] {
  return groupReportFindings(report).map((group) => ({
    ...group.finding,
    sentence: findingSentence(group),
    text: findingText(report, group).join('\n'),
  }));
}

/** Nothing of it hangs on clock or chance: the same exchange has the same report. */
function reportOf(suite: Suite, judged: readonly [Judged, ...Judged[]], gate: Level): Report {
  const [{ planned }] = judged;
  const operations = suite.specs
    .flatMap((spec) => spec.operations)
    .filter(({ id }) => id === planned.operation);
  return buildReport({
    suite,
    operations,
    plan: { target: TARGET.name, exchanges: judged.map((one) => one.planned), hash: '' },
    judged,
    header: {
      tool: { name: 'livechat-conformance', version: '' },
      run: { id: planned.id, startedAt: EPOCH, durationMs: 0, interrupted: false },
      target: TARGET,
      gate,
    },
  });
}

const TARGET = { kind: 'exchange', name: 'exchange', faults: [] } as const;
const EPOCH = new Date(0).toISOString();
