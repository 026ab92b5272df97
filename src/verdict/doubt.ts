import type { Case, Finding } from '../model/finding.ts';

/** Without these nothing binding is known of the exchange. */
const NEEDED: ReadonlySet<string> = new Set([
  'exchange',
  'response-status',
  'response-body-schema',
  'refusal',
]);

/**
 * Why cases leave something open; undefined when they do not. `needed` are the exchanges without which the operation
 * is not known: those the contracts describe. A probe or a variant that something else refused first leaves no doubt.
 */
export function doubtIn(cases: readonly Case[], needed: ReadonlySet<string>): string | undefined {
  const errored = cases.find(({ outcome }) => outcome === 'errored');
  if (errored !== undefined)
    return `${errored.check} could not be judged: ${errored.reason ?? 'unknown reason'}`;
  const [foreign] = cases.flatMap((one) => one.findings.filter((finding) => isForeign(finding, one, needed)));
  if (foreign?.blame === 'setup') return `the fault is in the setup: ${foreign.actual}`;
  const notRun = cases.find((one) => isMissed(one, needed));
  if (notRun !== undefined) return `${notRun.check} was not run: ${notRun.reason ?? 'unknown reason'}`;
  if (foreign === undefined) return undefined;
  return `${foreign.check} failed and the fault is ${foreign.blame === 'suite' ? 'in the suite' : 'undetermined'}`;
}

/** The fault of the setup, of the suite, or of nobody knows whom. */
function isForeign({ blame, check }: Finding, { exchange }: Case, needed: ReadonlySet<string>): boolean {
  if (blame === 'vendor' || blame === 'document') return false;
  return check !== 'request-admission' || needed.has(exchange);
}

function isMissed({ outcome, judge, check, exchange }: Case, needed: ReadonlySet<string>): boolean {
  return outcome === 'not-run' && needed.has(exchange) && (judge === 'contract' || NEEDED.has(check));
}
