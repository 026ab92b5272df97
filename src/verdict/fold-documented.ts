import type { Case, Finding } from '../model/finding.ts';
import type { DocumentedAnswer } from '../model/report.ts';
import { contradictsDocument } from './breaking.ts';
import { countNoun } from './count-noun.ts';
import { doubtIn } from './doubt.ts';
import { namePlaces } from './name-places.ts';

/**
 * Does it do what its document says? By the first rule that fits: a must failed; something needed is not known, or
 * the server broke down at it; a should failed; at least one must passed. What is left passed nothing that binds, and is unproven.
 */
export function foldDocumented(cases: readonly Case[], needed: ReadonlySet<string>): DocumentedAnswer {
  if (cases.length === 0)
    return { verdict: 'unproven', because: 'nothing was planned for it: no contract describes a request' };
  const own = cases.filter(({ judge }) => judge !== 'contract');
  const findings = own.flatMap((one) => one.findings);
  const against = findings.filter(contradictsDocument);
  if (against.length > 0) return answer('nonconformant', against, 'contradicts what is stated');
  const doubt = doubtIn(own, needed);
  if (doubt !== undefined) return { verdict: 'unproven', because: doubt };
  const brokenDown = own.find((one) => needed.has(one.exchange) && isBreakdown(one));
  if (brokenDown !== undefined)
    return { verdict: 'unproven', because: 'the request was not taken, so what is documented was not seen' };
  const differing = findings.filter(({ level }) => level === 'should');
  if (differing.length > 0) return answer('deviating', differing, 'differs from what the documents show');
  // What a contract relies on is documented as well, so its cases prove something too.
  const passed = cases.filter(({ outcome, level }) => outcome === 'passed' && level === 'must');
  if (passed.length === 0)
    return { verdict: 'unproven', because: 'nothing that binds the vendor was seen to hold' };
  return { verdict: 'conformant', because: `${countNoun(passed, 'binding case')} passed` };
}

/** No document tells the status of a success, and the vendor's server failed all the same. */
function isBreakdown({ check, findings }: Case): boolean {
  return (
    check === 'response-status' && findings.some(({ level, blame }) => level === 'may' && blame === 'vendor')
  );
}

function answer(
  verdict: DocumentedAnswer['verdict'],
  findings: readonly Finding[],
  does: string,
): DocumentedAnswer {
  return { verdict, because: `${namePlaces(findings)} ${does}` };
}
