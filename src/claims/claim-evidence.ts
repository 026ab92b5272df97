import { statusOf } from '../judges/applicability.ts';
import { jsonOf } from '../judges/expression-scope.ts';
import { failureSignsIn } from '../judges/failure-signs.ts';
import type { Subject } from '../model/check.ts';
import type { Case, Finding } from '../model/finding.ts';
import type { Intent } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import { jsonEqual, pointerMatches } from '../model/json-pointer.ts';
import type { Source } from '../model/source.ts';

/** What a run has of one planned exchange: the judged exchange, or why there is none. */
export type ClaimEvidence =
  | {
      readonly kind: 'judged';
      readonly subject: Subject;
      /** What was sent where it is not what the subject has: shows what of a request is taken. */
      readonly asSent?: Subject;
      readonly cases: readonly Case[];
    }
  | { readonly kind: 'unsent'; readonly intent: Intent; readonly reason: string };

export type JudgedEvidence = Extract<ClaimEvidence, { kind: 'judged' }>;

/** What one exchange shows of one claim. */
export type Sighting =
  | { readonly kind: 'shown'; readonly exchange: string }
  | { readonly kind: 'against'; readonly exchange: string; readonly finding: string }
  /** `nearness` orders reasons: the nearer it came to showing the claim, the more the reason says. */
  | { readonly kind: 'silent'; readonly reason: string; readonly nearness: number };

export function shown({ subject }: JudgedEvidence): Sighting {
  return { kind: 'shown', exchange: subject.exchange.id };
}

export function against({ subject }: JudgedEvidence, { fingerprint }: Finding): Sighting {
  return { kind: 'against', exchange: subject.exchange.id, finding: fingerprint };
}

export function silent(reason: string, nearness = 0): Sighting {
  return { kind: 'silent', reason, nearness };
}

export function intentOf(evidence: ClaimEvidence): Intent {
  return evidence.kind === 'judged' ? evidence.subject.intent : evidence.intent;
}

/** The case of a check, if it came to a judgement; otherwise why it did not. */
export function judgedCaseOf(
  { cases }: JudgedEvidence,
  check: string,
): { readonly findings: readonly Finding[] } | { readonly unjudged: string } {
  const found = cases.find((one) => one.check === check && one.judge !== 'contract');
  if (found === undefined) return { unjudged: `the check ${check} was not made` };
  if (found.outcome === 'passed' || found.outcome === 'failed') return { findings: found.findings };
  return { unjudged: found.reason ?? found.outcome };
}

/** Was a request that is meant to be accepted taken on, by its status and by its body? */
export function isTaken(evidence: JudgedEvidence): boolean {
  const { subject } = evidence;
  const status = statusOf(subject);
  return (
    subject.intent.kind === 'accepted' &&
    subject.obstacle === undefined &&
    status >= 200 &&
    status < 300 &&
    failureSignsIn(subject).length === 0
  );
}

/** What speaks of a refusal where the request was to be accepted. */
export function refusalFinding(evidence: JudgedEvidence): Finding | undefined {
  const { subject, cases } = evidence;
  if (subject.intent.kind === 'refused' || subject.obstacle !== undefined || isTaken(evidence))
    return undefined;
  const status = statusOf(subject);
  // A breakdown of the vendor (5xx) is no word about the request.
  if (status >= 500) return undefined;
  const checks = ['response-status', 'error-payload'];
  return cases.filter(({ check }) => checks.includes(check)).flatMap(({ findings }) => findings)[0];
}

/** Is a finding about this place of the answer, by the lines that are cited? */
export function isAboutAnswer(
  finding: { readonly pointer: string; readonly source: Source },
  at: string,
  source: Source,
): boolean {
  const { document, lines } = finding.source;
  return (
    pointerMatches(finding.pointer, `response.body#${at}`) &&
    document === source.document &&
    jsonEqual(lines, source.lines)
  );
}

export function bodyOf({ subject }: JudgedEvidence): Json | undefined {
  return subject.body && jsonOf(subject.body);
}
