import type { Case, Finding } from '../model/finding.ts';
import type { Verdict } from '../model/report.ts';
import { LEVELS, type Level } from '../model/source.ts';

export interface Folded {
  readonly verdict: Verdict;
  readonly because: string;
}

/**
 * The verdict of an operation from its cases, by the first rule that fits:
 * 1. nonconformant: a must failed, or the contract is broken, or a field that a contract reads is not as shown,
 *    and neither setup nor suite is to blame;
 * 2. unproven: a case errored, or something needed was not run, or a fault lies with setup, suite or nobody knows;
 * 3. deviating: a should failed;
 * 4. conformant: at least one must passed.
 * What is left passed nothing that binds, and is unproven. `needed` are the exchanges without which the operation
 * is not known: those the contracts describe. A probe that something else refused first leaves no doubt behind.
 */
export function foldVerdict(cases: readonly Case[], needed: ReadonlySet<string>): Folded {
  const findings = cases.flatMap((one) => one.findings);
  const breaking = findings.filter(isBreaking);
  if (breaking.length > 0)
    return { verdict: 'nonconformant', because: `${named(breaking)} breaks what is stated or relied on` };
  const doubt = doubtIn(cases, needed);
  if (doubt !== undefined) return { verdict: 'unproven', because: doubt };
  const deviating = findings.filter(({ level }) => level === 'should');
  if (deviating.length > 0)
    return { verdict: 'deviating', because: `${named(deviating)} differs from what the documents show` };
  const passed = cases.filter(({ outcome, level }) => outcome === 'passed' && level === 'must');
  if (passed.length === 0)
    return { verdict: 'unproven', because: 'nothing that binds the vendor was seen to hold' };
  return { verdict: 'conformant', because: `${count(passed, 'binding case')} passed` };
}

/** Against what is stated, against the contract, or in a field a contract reads: there an example binds as well. */
function isBreaking({ level, blame, check, reliedOnBy }: Finding): boolean {
  if (blame === 'setup' || blame === 'suite') return false;
  if (check.startsWith('contract')) return true;
  return blame !== 'undetermined' && (level === 'must' || (level === 'should' && reliedOnBy.length > 0));
}

/** Why the cases leave something open; undefined when they do not. */
function doubtIn(cases: readonly Case[], needed: ReadonlySet<string>): string | undefined {
  const errored = cases.find(({ outcome }) => outcome === 'errored');
  if (errored !== undefined)
    return `${errored.check} could not be judged: ${errored.reason ?? 'unknown reason'}`;
  const notRun = cases.find(
    ({ outcome, judge, check, exchange }) =>
      outcome === 'not-run' && needed.has(exchange) && (judge === 'contract' || NEEDED.has(check)),
  );
  if (notRun !== undefined) return `${notRun.check} was not run: ${notRun.reason ?? 'unknown reason'}`;
  const foreign = cases
    .flatMap(({ findings }) => findings)
    .find(({ blame }) => blame === 'setup' || blame === 'suite' || blame === 'undetermined');
  return foreign === undefined
    ? undefined
    : `${foreign.check} failed and the fault is ${foreign.blame === 'undetermined' ? 'undetermined' : `in the ${foreign.blame}`}`;
}

/** Without these nothing binding is known of the exchange. */
const NEEDED: ReadonlySet<string> = new Set([
  'exchange',
  'response-status',
  'response-body-schema',
  'refusal',
]);

/** The first place, and how many more there are. */
function named(findings: readonly Finding[]): string {
  const places = [...new Set(findings.map(({ pointer }) => pointer))];
  const others = places.length - 1;
  return `${places[0] ?? ''}${others === 0 ? '' : `, with ${count(places.slice(1), 'other place')},`}`;
}

function count(list: readonly unknown[], noun: string): string {
  return `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
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

/** Findings that keep the gate shut: at its level or stronger, and not the fault of setup or suite. */
export function gateFindings(findings: readonly Finding[], gate: Level): readonly Finding[] {
  const counted = LEVELS.slice(0, LEVELS.indexOf(gate) + 1);
  return findings.filter(
    (finding) =>
      isBreaking(finding) ||
      (counted.includes(finding.level) &&
        finding.blame !== 'setup' &&
        finding.blame !== 'suite' &&
        finding.blame !== 'undetermined'),
  );
}
