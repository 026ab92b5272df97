import type { Subject } from '../model/check.ts';
import type { RawFinding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import { oncePer } from '../model/once-per.ts';
import type { NotificationKind } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaLevel } from '../schema/schema-level.ts';
import { describeViolating, schemaViolations, type Violation } from '../schema/schema-violations.ts';
import { withoutAnswer } from './applicability.ts';
import {
  expectationOf,
  ownNotifications,
  unknownNotifications,
  withoutNotifications,
} from './awaited-notifications.ts';
import {
  type CaseDraft,
  erroredCase,
  type Headings,
  headingsOf,
  inapplicableCase,
  judgedCase,
  unjudgedCase,
} from './draft-case.ts';
import { expressionScope, jsonOf } from './expression-scope.ts';
import { failureSignsIn } from './failure-signs.ts';

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

function headingsFor(check: string, what: string): Headings {
  const [title, failureTitle] = [`${what} is as documented`, `${what} is not as documented`];
  return headingsOf({ judge: 'schema', check, title, failureTitle });
}

const REQUEST = headingsFor('request-body-schema', 'The request');
const RESPONSE = headingsFor('response-body-schema', 'The body');
const headingsOfKind = oncePer(({ name }: NotificationKind) =>
  headingsFor(`notification-body-schema-${name}`, name),
);

/** A request of ours that is meant to be accepted must itself be as documented; otherwise the fault is ours. */
function requestCase(subject: Subject, spec: Spec): CaseDraft {
  const headings = REQUEST;
  const schema = subject.operation.requestSchemaPointer;
  if (subject.intent.kind === 'refused')
    return unjudgedCase(headings.may, 'not-applicable', 'the request is meant to be refused');
  if (schema === undefined)
    return unjudgedCase(headings.may, 'not-applicable', 'no request body is documented');
  const value = expressionScope(subject).requestBody ?? null;
  return heldAgainst({ headings, spec, schema, place: 'request.body' }, [value]);
}

function responseCase(subject: Subject, spec: Spec): CaseDraft {
  const headings = RESPONSE;
  const missing = inapplicableCase(headings.may, withoutAnswer(subject));
  if (missing !== undefined) return missing;
  const schema = subject.documented?.schemaPointer;
  if (schema === undefined)
    return unjudgedCase(headings.may, 'not-applicable', 'no body is documented for this status');
  const value = subject.body && jsonOf(subject.body);
  if (value === undefined) return unjudgedCase(headings.may, 'not-run', 'the body is no JSON');
  if (isRefusalUnderSuccess(subject))
    return unjudgedCase(headings.may, 'not-applicable', 'the body refuses, and no such body is documented');
  return heldAgainst({ headings, spec, schema, place: 'response.body' }, [value]);
}

/** What must be refused may be so under a success status: its body then is no success, and need not look like one. */
function isRefusalUnderSuccess(subject: Subject): boolean {
  const isMeant = subject.intent.kind === 'refused' && subject.documented?.refuses.length === 0;
  return isMeant && failureSignsIn(subject).length > 0;
}

function notificationCase(subject: Subject, spec: Spec, kind: NotificationKind): CaseDraft {
  const headings = headingsOfKind(kind);
  const missing = inapplicableCase(headings.may, withoutNotifications(subject));
  if (missing !== undefined) return missing;
  const own = ownNotifications(subject).flatMap((known) =>
    known.kind === kind ? [known.notification.data] : [],
  );
  const values = own.length > 0 ? own : damagedNotifications(subject, spec, kind);
  if (values.length === 0) return unjudgedCase(headings.may, 'not-run', 'no such notification came');
  return heldAgainst(
    { headings, spec, schema: kind.schemaPointer, place: `notifications.${kind.name}` },
    values,
  );
}

/** Messages that would be of the kind if only what tells it from the others were as documented. */
function damagedNotifications(subject: Subject, spec: Spec, kind: NotificationKind): readonly Json[] {
  return unknownNotifications(subject)
    .map(({ data }) => data)
    .filter((data) =>
      schemaViolations(spec, kind.schemaPointer, data).every(({ pointer }) =>
        kind.matches.some(({ at }) => at === pointer),
      ),
    );
}

interface Held {
  readonly headings: Headings;
  readonly spec: Spec;
  readonly schema: string;
  /** Begins the pointer of every finding. */
  readonly place: string;
}

function heldAgainst({ headings, spec, schema, place }: Held, values: readonly Json[]): CaseDraft {
  const heading = headings[schemaLevel(spec, schema)];
  try {
    const findings: RawFinding[] = [];
    for (const value of values)
      for (const violation of schemaViolations(spec, schema, value))
        findings.push(findingOf(violation, place));
    return judgedCase(heading, findings);
  } catch (error) {
    return erroredCase(heading, 'the spec could not be applied', error);
  }
}

function findingOf({ pointer, actual, keyword: _, ...violation }: Violation, place: string): RawFinding {
  return { ...violation, pointer: `${place}#${pointer}`, actual: describeViolating(actual) };
}
