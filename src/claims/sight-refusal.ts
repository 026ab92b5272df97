import { expressionScope } from '../judges/expression-scope.ts';
import type { Intent } from '../model/interaction.ts';
import { pointerMatches } from '../model/json-pointer.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from '../schema/schema-violations.ts';
import { isViolationOf } from './breaks-statement.ts';
import type { ClaimBasis } from './claim-basis.ts';
import {
  against,
  type ClaimEvidence,
  type JudgedEvidence,
  judgedCaseOf,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';

type RefusalBasis = Extract<
  ClaimBasis,
  { kind: 'required-field' | 'required-parameter' | 'permission' | 'state' | 'feature' }
>;
type ParameterBasis = Extract<ClaimBasis, { kind: 'required-parameter' }>;

/** What one exchange shows of a claim that only a refusal can show. */
export function sightRefusal(spec: Spec, basis: RefusalBasis, evidence: ClaimEvidence): readonly Sighting[] {
  if (evidence.kind === 'unsent')
    return wouldProvoke(basis, evidence.intent) ? [silent(evidence.reason)] : [];
  const provoked = provokes(spec, basis, evidence);
  if (provoked === 'no') return [];
  if (provoked === 'with-others') return [silent('it was only left out together with others', 1)];
  const judged = judgedCaseOf(evidence, 'refusal');
  if ('unjudged' in judged) return [silent(judged.unjudged, 2)];
  const [finding] = judged.findings;
  return [finding === undefined ? shown(evidence) : against(evidence, finding)];
}

type Provoked = 'yes' | 'no' | 'with-others';

function provokes(spec: Spec, basis: RefusalBasis, evidence: JudgedEvidence): Provoked {
  const { intent } = evidence.subject;
  if (intent.kind === 'accepted') return 'no';
  switch (basis.kind) {
    case 'permission':
      return intent.cause === 'no-permission' ? 'yes' : 'no';
    case 'state':
      return intent.cause === 'wrong-state' ? 'yes' : 'no';
    case 'feature':
      return intent.cause === 'no-feature' ? 'yes' : 'no';
    case 'required-field':
      return intent.cause === 'missing-field' && lacksField(spec, basis, evidence) ? 'yes' : 'no';
    case 'required-parameter':
      return lacksParameter(basis, evidence);
  }
}

/** The body that was sent breaks this very statement, and none of another place: else the refusal may be for that. */
function lacksField(
  spec: Spec,
  { schemaPointer, statement }: RefusalBasis & { kind: 'required-field' },
  { subject }: JudgedEvidence,
): boolean {
  const body = expressionScope(subject).requestBody;
  if (body === undefined) return false;
  const violations = schemaViolations(spec, schemaPointer, body);
  const broken = violations.find((violation) => isViolationOf(violation, statement));
  return broken !== undefined && violations.every(({ pointer }) => pointer === broken.pointer);
}

function lacksParameter(basis: ParameterBasis, { subject }: JudgedEvidence): Provoked {
  const { intent } = subject;
  if (basis.credentials === undefined) return isMissing(basis, intent) ? 'yes' : 'no';
  if (intent.kind === 'accepted' || intent.cause !== 'no-credentials') return 'no';
  const sent = subject.exchange.request.headers.map(([name]) => name.toLowerCase());
  const isSent = (name: string) => sent.includes(name.toLowerCase());
  if (isSent(basis.name)) return 'no';
  return basis.credentials.every(isSent) ? 'yes' : 'with-others';
}

function isMissing({ in: place, name }: ParameterBasis, intent: Intent): boolean {
  return intent.kind === 'refused' && intent.cause === 'missing-field' && intent.field === `${place}.${name}`;
}

/** Whether a request that was not sent would have shown it, by what it meant to leave out. */
function wouldProvoke(basis: RefusalBasis, intent: Intent): boolean {
  if (intent.kind === 'accepted') return false;
  switch (basis.kind) {
    case 'permission':
      return intent.cause === 'no-permission';
    case 'state':
      return intent.cause === 'wrong-state';
    case 'feature':
      return intent.cause === 'no-feature';
    case 'required-field':
      return (
        intent.cause === 'missing-field' && pointerMatches(intent.field, `body#${basis.statement.place}`)
      );
    case 'required-parameter':
      return basis.credentials === undefined ? isMissing(basis, intent) : intent.cause === 'no-credentials';
  }
}
