import { expectationOf, ownNotifications } from '../judges/awaited-notifications.ts';
import { jsonOf } from '../judges/expression-scope.ts';
import type { Subject } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations, type Violation } from '../schema/schema-violations.ts';
import { isViolationOf } from './breaks-statement.ts';
import type { ClaimBasis, Described } from './claim-basis.ts';
import {
  against,
  type ClaimEvidence,
  intentOf,
  type JudgedEvidence,
  judgedCaseOf,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';
import { observeStatement } from './observe-statement.ts';
import { isMeantFor, otherAnswer } from './sight-answer.ts';

type SchemaBasis = Extract<ClaimBasis, { kind: 'schema' }>;

/** What one exchange shows of a claim that a schema makes. */
export function sightSchema(spec: Spec, basis: SchemaBasis, evidence: ClaimEvidence): readonly Sighting[] {
  const { described, schemaPointer, statement } = basis;
  const isMeant = isMeantToShow(described, evidence);
  if (evidence.kind === 'unsent') return isMeant ? [silent(evidence.reason)] : [];
  const judged = judgedCaseOf(evidence, checkOf(described));
  if ('unjudged' in judged) return isMeant ? [silent(judged.unjudged)] : [];
  const values = valuesOf(described, evidence);
  if (values === undefined) return isMeant ? [silent(missingOf(described, evidence))] : [];
  const base = placeOf(described);
  const broken = violationsOf(spec, schemaPointer, values, evidence.subject).find((one) =>
    isViolationOf(one, statement),
  );
  const finding = broken && findingOf(broken, base, judged.findings);
  if (finding !== undefined) return [against(evidence, finding)];
  if (!isMeant) return [];
  const seen = observeStatement(spec, schemaPointer, statement, values);
  return [seen.kind === 'seen' ? shown(evidence) : silent(seen.reason, seen.nearness)];
}

function isMeantToShow(described: Described, evidence: ClaimEvidence): boolean {
  if (described.part === 'response') return isMeantFor(described.response, evidence);
  if (evidence.kind === 'unsent') return intentOf(evidence).kind === 'accepted';
  return expectationOf(evidence.subject)?.names.includes(described.notification.name) === true;
}

function checkOf(described: Described): string {
  return described.part === 'response'
    ? 'response-body-schema'
    : `notification-body-schema-${described.notification.name}`;
}

function placeOf(described: Described): string {
  return described.part === 'response' ? 'response.body' : `notifications.${described.notification.name}`;
}

/** What was held against the schema; undefined when it was another one. */
function valuesOf(described: Described, { subject }: JudgedEvidence): readonly Json[] | undefined {
  if (described.part === 'notification')
    return ownNotifications(subject).flatMap(({ kind, notification }) =>
      kind === described.notification ? [notification.data] : [],
    );
  const body = subject.body && jsonOf(subject.body);
  return subject.documented === described.response && body !== undefined ? [body] : undefined;
}

function missingOf(described: Described, evidence: JudgedEvidence): string {
  return described.part === 'response'
    ? otherAnswer(described.response, evidence)
    : 'no such notification came';
}

const known = new WeakMap<Subject, Map<string, readonly Violation[]>>();

/** Found once an exchange: every claim of a schema asks. */
function violationsOf(
  spec: Spec,
  schemaPointer: string,
  values: readonly Json[],
  subject: Subject,
): readonly Violation[] {
  const ofSubject = known.get(subject) ?? new Map<string, readonly Violation[]>();
  known.set(subject, ofSubject);
  const found =
    ofSubject.get(schemaPointer) ?? values.flatMap((value) => schemaViolations(spec, schemaPointer, value));
  ofSubject.set(schemaPointer, found);
  return found;
}

function findingOf(violation: Violation, base: string, findings: readonly Finding[]): Finding | undefined {
  return findings.find(
    ({ pointer, specPointer, expected }) =>
      pointer === `${base}#${violation.pointer}` &&
      specPointer === violation.specPointer &&
      expected === violation.expected,
  );
}
