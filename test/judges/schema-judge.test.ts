// The judge of schemas, held against a schema of nobody's document.
import { describe, expect, it } from 'vitest';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import { judgeBySchema } from '../../src/judges/judge-by-schema.ts';
import type { Subject } from '../../src/model/check.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import type { Citation, Spec } from '../../src/model/spec.ts';

const STATED: Source = { document: 'page', lines: [2, 2], strength: 'stated' };
const CITED: Citation = { pointer: '', source: STATED, presence: STATED };
const ID: JsonObject = { type: 'integer' };
const ANSWER: JsonObject = { type: 'object', properties: { id: ID } };
const MADE: JsonObject = {
  type: 'object',
  required: ['kind', 'side'],
  properties: { kind: { const: 'made' }, side: { const: 'left' }, no: ID },
};
const nodes = [ID, ANSWER, MADE, ...Object.values(MADE['properties'] ?? {})];

const SPEC: Spec = {
  ...{ vendor: 'example', title: 'Example', file: 'example.yaml' },
  ...{ operations: [], ambiguities: [], defects: [] },
  placeOf: () => ({ file: 'specs/invented.yaml', line: 1, column: 1 }),
  document: { components: { answer: ANSWER, made: MADE } },
  citations: new Map(nodes.flatMap((node) => (typeof node === 'object' ? [[node, CITED]] : []))),
};

function subjectOf(parts: ExampleParts, schemas: { readonly request?: string } = {}): Subject {
  const subject = exampleSubject(parts);
  const { operation } = subject;
  const place = (schemaPointer: string | undefined) => schemaPointer && '/components/answer';
  const kinds = (operation.notifications?.kinds ?? []).map((kind) => ({
    ...kind,
    schemaPointer: '/components/made',
    matches: [...kind.matches, { at: '/side', equals: 'left' }],
  }));
  return {
    ...subject,
    documented: subject.documented && {
      ...subject.documented,
      schemaPointer: place(subject.documented.schemaPointer),
    },
    operation: {
      ...operation,
      requestSchemaPointer: schemas.request,
      notifications: operation.notifications && { ...operation.notifications, kinds },
    },
  };
}

const judged = (parts: ExampleParts, schemas = {}) => judgeBySchema(subjectOf(parts, schemas), SPEC);
const caseOf = (check: string, parts: ExampleParts, schemas = {}) =>
  judged(parts, schemas).find((one) => one.check === check);

describe('the cases of an exchange', () => {
  it('are its request, its answer and each promised notification', () => {
    const checksOf = (parts: ExampleParts) => judged(parts).map(({ check }) => check);
    expect(checksOf({})).toEqual([
      ...['request-body-schema', 'response-body-schema'],
      ...['notification-body-schema-made', 'notification-body-schema-told'],
    ]);
    expect(checksOf({ withoutNotifications: true })).toEqual(['request-body-schema', 'response-body-schema']);
    expect(checksOf({ intent: { kind: 'refused', cause: 'wrong-state' } })).toHaveLength(2);
  });

  it('name what is judged, who judges it and how strongly it binds', () => {
    const passed = { judge: 'schema', outcome: 'passed', level: 'must', reason: null };
    expect(caseOf('response-body-schema', {})).toMatchObject({
      ...passed,
      title: 'The body is as documented',
    });
    expect(caseOf('response-body-schema', { text: '{"id":"7"}' })).toMatchObject({
      ...{ judge: 'schema', outcome: 'failed', level: 'must', title: 'The body is not as documented' },
      findings: [{ pointer: 'response.body#/id', expected: 'type integer', actual: '"7" (string)' }],
    });
    expect(caseOf('response-body-schema', { status: 429 })).toMatchObject({
      level: 'may',
      outcome: 'not-run',
    });
  });
});

describe('the request', () => {
  const outcomeOf = (parts: ExampleParts, request?: string) =>
    caseOf('request-body-schema', parts, request === undefined ? {} : { request });

  it('is held against the schema there is', () => {
    expect(outcomeOf({ requestBody: { id: 7 } }, '/components/answer')?.outcome).toBe('passed');
    expect(outcomeOf({ requestBody: { id: '7' } }, '/components/answer')).toMatchObject({
      outcome: 'failed',
      findings: [{ pointer: 'request.body#/id' }],
    });
  });

  it('is nothing to judge where no body is documented, or where it is to be refused', () => {
    expect(outcomeOf({})).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no request body is documented',
    });
    expect(
      outcomeOf({ intent: { kind: 'refused', cause: 'wrong-state' } }, '/components/answer'),
    ).toMatchObject({ outcome: 'not-applicable', reason: 'the request is meant to be refused' });
  });

  it('is an error of ours where the spec has no such schema', () => {
    expect(outcomeOf({}, '/components/nowhere')).toMatchObject({
      outcome: 'errored',
      reason: expect.stringMatching(/^the spec could not be applied: ./),
    });
  });
});

describe('a refusal under a status', () => {
  const REFUSED = { kind: 'refused', cause: 'no-credentials' } as const;
  const text = '{"id":"7","error":"no"}';

  it('that is documented for it is held against its schema, mark or no mark', () => {
    expect(caseOf('response-body-schema', { intent: REFUSED, status: 401, text })?.outcome).toBe('failed');
  });

  it('of success need not look like one', () => {
    expect(caseOf('response-body-schema', { intent: REFUSED, status: 200, text })?.outcome).toBe(
      'not-applicable',
    );
  });

  it('that nobody documents has nothing to be held against', () => {
    expect(caseOf('response-body-schema', { intent: REFUSED, status: 418, text })).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no body is documented for this status',
    });
  });
});

describe('a notification', () => {
  const made = (...notifications: readonly Json[]) =>
    caseOf('notification-body-schema-made', { notifications });
  const good = { kind: 'made', side: 'left', no: 1 };

  it('is judged by its schema, each of its kind', () => {
    expect(made(good)).toMatchObject({ outcome: 'passed', title: 'made is as documented' });
    expect(made(good, { ...good, no: 'two' })).toMatchObject({
      outcome: 'failed',
      findings: [{ pointer: 'notifications.made#/no' }],
    });
  });

  it('is known by everything else where what tells its kind is damaged', () => {
    expect(made({ ...good, kind: 'MADE' })).toMatchObject({
      outcome: 'failed',
      findings: [{ pointer: 'notifications.made#/kind' }],
    });
    expect(made({ ...good, kind: 'MADE', side: 'right' })).toMatchObject({
      findings: [{ pointer: 'notifications.made#/kind' }, { pointer: 'notifications.made#/side' }],
    });
  });

  it('is not there where nothing that came could be it', () => {
    for (const came of [[], [{ ...good, kind: 'MADE', no: 'two' }], ['gone']])
      expect(made(...came)).toMatchObject({ outcome: 'not-run', reason: 'no such notification came' });
  });

  it('that is damaged counts only where no whole one came', () => {
    expect(made(good, { ...good, kind: 'MADE' })?.outcome).toBe('passed');
  });

  it('is not judged where nothing was listened to', () => {
    expect(
      caseOf('notification-body-schema-made', { notifications: [good], wait: { kind: 'not-awaited' } }),
    ).toMatchObject({ outcome: 'not-run', reason: 'notifications were not listened to' });
  });
});
