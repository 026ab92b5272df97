import type { Subject } from '../model/check.ts';
import type { RawFinding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { NotificationKind } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaLevel } from '../schema/schema-level.ts';
import { describeViolating, schemaViolations } from '../schema/schema-violations.ts';
import { notApplicable, withoutAnswer } from './applicability.ts';
import { expectationOf, knownNotifications, withoutNotifications } from './awaited-notifications.ts';
import type { CaseDraft } from './case-draft.ts';
import { expressionScope, jsonOf } from './expression-scope.ts';

const DRAFT = { judge: 'schema', level: 'may', reason: null, findings: [] } as const;

/** Holds request, answer and notifications of one exchange against their documented schemas. */
export function judgeBySchema(subject: Subject, spec: Spec): readonly CaseDraft[] {
  const kinds = subject.operation.notifications?.kinds ?? [];
  const expected = expectationOf(subject)?.names ?? [];
  return [
    requestCase(subject, spec),
    responseCase(subject, spec),
    ...kinds
      .filter(({ name }) => expected.includes(name))
      .map((kind) => notificationCase(subject, spec, kind)),
  ];
}

/** A request of ours that is meant to be accepted must itself be as documented; otherwise the fault is ours. */
function requestCase(subject: Subject, spec: Spec): CaseDraft {
  const draft = { ...DRAFT, check: 'request-body-schema', title: 'The request is as documented' };
  const schema = subject.operation.requestSchemaPointer;
  if (subject.intent.kind === 'refused')
    return { ...draft, outcome: 'not-applicable', reason: 'the request is meant to be refused' };
  if (schema === undefined)
    return { ...draft, outcome: 'not-applicable', reason: 'no request body is documented' };
  const body = expressionScope(subject).requestBody;
  return judged(draft, spec, schema, body ?? null, 'request.body');
}

function responseCase(subject: Subject, spec: Spec): CaseDraft {
  const draft = { ...DRAFT, check: 'response-body-schema', title: 'The body is as documented' };
  const schema = subject.documented?.schemaPointer;
  const missing =
    withoutAnswer(subject) ??
    (schema === undefined ? notApplicable('no body is documented for this status') : undefined);
  if (missing?.applies === false) return { ...draft, outcome: missing.outcome, reason: missing.reason };
  const value = subject.body && jsonOf(subject.body);
  if (value === undefined || schema === undefined)
    return { ...draft, outcome: 'not-run', reason: 'the body is no JSON' };
  return judged(draft, spec, schema, value, 'response.body');
}

function notificationCase(subject: Subject, spec: Spec, kind: NotificationKind): CaseDraft {
  const draft = {
    ...DRAFT,
    check: `notification-body-schema-${kind.name}`,
    title: `${kind.name} is as documented`,
  };
  const missing = withoutNotifications(subject);
  if (missing?.applies === false) return { ...draft, outcome: missing.outcome, reason: missing.reason };
  const received = knownNotifications(subject).filter((known) => known.kind === kind);
  if (received.length === 0) return { ...draft, outcome: 'not-run', reason: 'no such notification came' };
  const cases = received.map(({ notification }) =>
    judged(draft, spec, kind.schemaPointer, notification.data, `notifications.${kind.name}`),
  );
  return (
    cases.find(({ outcome }) => outcome === 'failed') ??
    cases[0] ?? { ...draft, outcome: 'not-run', reason: 'none came' }
  );
}

function judged(
  draft: Omit<CaseDraft, 'outcome'>,
  spec: Spec,
  schema: string,
  value: Json,
  place: string,
): CaseDraft {
  const level = schemaLevel(spec, schema);
  try {
    const findings = schemaViolations(spec, schema, value).map(
      ({ pointer, expected, actual, source, level: of, specPointer }): RawFinding => ({
        pointer: `${place}#${pointer}`,
        expected,
        actual: describeViolating(actual),
        source,
        level: of,
        specPointer,
      }),
    );
    return { ...draft, level, outcome: findings.length === 0 ? 'passed' : 'failed', findings };
  } catch (error) {
    const reason = `the spec could not be applied: ${error instanceof Error ? error.message : String(error)}`;
    return { ...draft, level, outcome: 'errored', reason };
  }
}
