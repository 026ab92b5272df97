import { statusOf } from '../judges/applicability.ts';
import { expressionScope } from '../judges/expression-scope.ts';
import { failureSignsIn } from '../judges/failure-signs.ts';
import type { Json } from '../model/json.ts';
import { locate, valueAt } from '../model/json-pointer.ts';
import type { DocumentedResponse, Echo } from '../model/operation.ts';
import { echoedValue } from '../model/relation-holds.ts';
import type { ClaimBasis } from './claim-basis.ts';
import {
  against,
  bodyOf,
  type ClaimEvidence,
  intentOf,
  isAboutAnswer,
  type JudgedEvidence,
  judgedCaseOf,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';
import { sightAgreement } from './sight-agreement.ts';

type AnswerBasis = Extract<
  ClaimBasis,
  { kind: 'status' | 'content-type' | 'echo' | 'agreement' | 'failure-sign' }
>;

/** What one exchange shows of a claim about an answer that no schema makes. */
export function sightAnswer(basis: AnswerBasis, evidence: ClaimEvidence): readonly Sighting[] {
  if (basis.kind === 'failure-sign') return sightSign(basis, evidence);
  const isMeant = isMeantFor(basis.response, evidence, basis.kind === 'status' ? basis.cause : undefined);
  if (evidence.kind === 'unsent') return isMeant ? [silent(evidence.reason)] : [];
  switch (basis.kind) {
    case 'status':
      return isMeant ? [sightStatus(basis.response, evidence)] : [];
    case 'content-type':
      return sightContentType(basis.response, evidence, isMeant);
    case 'echo':
      return isMeant ? [sightEcho(basis.echo, evidence)] : [];
    case 'agreement':
      return isMeant ? [sightAgreement(basis.agreement, evidence)] : [];
  }
}

/** Does the request mean to provoke this answer, or, when a cause is given, for just that cause? */
export function isMeantFor(
  { refuses }: DocumentedResponse,
  evidence: ClaimEvidence,
  cause?: DocumentedResponse['refuses'][number],
): boolean {
  const intent = intentOf(evidence);
  if (intent.kind === 'accepted') return refuses.length === 0;
  return refuses.includes(intent.cause) && (cause === undefined || cause === intent.cause);
}

function sightStatus(response: DocumentedResponse, evidence: JudgedEvidence): Sighting {
  const check = response.refuses.length === 0 ? 'response-status' : 'refusal';
  const judged = judgedCaseOf(evidence, check);
  if ('unjudged' in judged) return silent(judged.unjudged);
  const [finding] = judged.findings;
  if (finding !== undefined) return against(evidence, finding);
  const status = statusOf(evidence.subject);
  return status === response.status ? shown(evidence) : silent(`the answer was ${status}`);
}

function sightContentType(
  response: DocumentedResponse,
  evidence: JudgedEvidence,
  isMeant: boolean,
): readonly Sighting[] {
  const judged = judgedCaseOf(evidence, 'response-content-type');
  if (evidence.subject.documented !== response)
    return isMeant ? [silent('unjudged' in judged ? judged.unjudged : otherAnswer(response, evidence))] : [];
  if ('unjudged' in judged) return isMeant ? [silent(judged.unjudged)] : [];
  const syntax = judgedCaseOf(evidence, 'response-body-syntax');
  const [finding] = [...judged.findings, ...('unjudged' in syntax ? [] : syntax.findings)];
  if (finding !== undefined) return [against(evidence, finding)];
  return isMeant ? [shown(evidence)] : [];
}

export function otherAnswer({ status }: DocumentedResponse, { subject }: JudgedEvidence): string {
  return `the answer was ${statusOf(subject)}, not ${status}`;
}

function sightEcho(echo: Echo, evidence: JudgedEvidence): Sighting {
  const judged = judgedCaseOf(evidence, 'value-echo');
  if ('unjudged' in judged) return silent(judged.unjudged);
  const { subject } = evidence;
  const finding = judged.findings.find(
    (one) => isAboutAnswer(one, echo.at, echo.source) && one.expected.endsWith(` from ${echo.value}`),
  );
  if (finding !== undefined) return against(evidence, finding);
  const sent = echoedValue(echo, expressionScope(subject));
  if (sent === undefined || isEmptyList(sent)) return silent('what would come back was not sent', 1);
  return locate(bodyOf(evidence), echo.at).length > 0
    ? shown(evidence)
    : silent('nothing stood where it would come back', 2);
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A mark of failure is shown by a refusal that bears it, or by a success that has another value there. */
function sightSign(
  { sign }: AnswerBasis & { kind: 'failure-sign' },
  evidence: ClaimEvidence,
): readonly Sighting[] {
  if (evidence.kind === 'unsent') return [silent(evidence.reason)];
  const isRefusal = evidence.subject.intent.kind === 'refused';
  const judged = judgedCaseOf(evidence, isRefusal ? 'refusal' : 'error-payload');
  if ('unjudged' in judged) return [silent(judged.unjudged)];
  const finding = judged.findings.find(({ pointer }) => pointer === `response.body#${sign.at}`);
  if (finding !== undefined) return [against(evidence, finding)];
  if (judged.findings.length > 0) return [silent('what was to be refused was not')];
  const isSeen = isRefusal
    ? failureSignsIn(evidence.subject).some((found) => found.sign === sign)
    : valueAt(bodyOf(evidence), sign.at) !== undefined;
  return [isSeen ? shown(evidence) : silent('no refusal bore it', 1)];
}
