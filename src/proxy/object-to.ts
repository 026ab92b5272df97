import type { Finding } from '../model/finding.ts';
import type { ObservedExchange } from '../model/observed.ts';
import { judgeObserved } from '../observed/judge-observed.ts';
import type { ObservationGround } from '../observed/observation-ground.ts';
import type { ProblemAnswer } from './problem-answer.ts';

/** What the vendor must not answer so: broken is what its document states, by schema or checks. */
export async function objectTo(
  ground: ObservationGround,
  observed: ObservedExchange,
): Promise<ProblemAnswer | undefined> {
  const outcome = await judgeObserved({ ...ground, matcher: undefined }, observed);
  if (outcome.kind === 'unmatched') return undefined;
  const [{ planned, judgement }] = outcome.judged;
  const { operation } = planned;
  const findings = judgement.cases
    .flatMap((one) => one.findings)
    .filter(({ level, blame }) => level === 'must' && blame === 'vendor');
  if (findings.length === 0) return undefined;
  return {
    status: 502,
    code: 'violation',
    title: `The vendor's answer breaks what is documented for ${operation}`,
    detail: findings.map(sentence).join(' '),
    members: { operation, findings: findings.map(facts) },
  };
}

function sentence({ pointer, expected, actual, source: { document, lines } }: Finding): string {
  return `${pointer}: expected ${expected}, got ${actual} (${document}, lines ${lines.join('-')}).`;
}

function facts({ check, pointer, expected, actual, level, fingerprint, source }: Finding) {
  const { document, strength } = source;
  const lines = [...source.lines];
  return { check, pointer, expected, actual, level, fingerprint, source: { document, lines, strength } };
}
