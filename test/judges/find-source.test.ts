// Which lines document a place of an exchange: the nearest that speak of it.
import { describe, expect, it } from 'vitest';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import { findSource } from '../../src/judges/find-source.ts';
import { specContradictions } from '../../src/judges/spec-contradictions.ts';
import type { Subject } from '../../src/model/check.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import type { Citation, Spec } from '../../src/model/spec.ts';

const at = (line: number): Source => ({ document: 'page', lines: [line, line], strength: 'shown' });

const ID: JsonObject = { type: 'integer' };
const ITEM: JsonObject = { type: 'string' };
const LIST: JsonObject = { type: 'array', items: ITEM };
const BODY: JsonObject = { type: 'object', properties: { id: ID, list: LIST }, required: ['id'] };
const MADE: JsonObject = { type: 'object', properties: { id: { type: 'string' } } };
const cited = (line: number): Citation => ({ pointer: '', source: at(line), presence: at(line) });

function specOf(document: JsonObject): Spec {
  return {
    ...{ vendor: 'example', title: 'Example', file: 'example.yaml', document },
    ...{ operations: [], ambiguities: [], defects: [] },
    placeOf: () => ({ file: 'specs/invented.yaml', line: 1, column: 1 }),
    citations: new Map([
      [BODY, cited(20)],
      [ID, cited(21)],
      [LIST, cited(22)],
      [ITEM, cited(23)],
      [MADE, cited(30)],
    ]),
  };
}

const SPEC = specOf({ answer: BODY, made: MADE });

/** The operation of the examples, with a line of its own for everything that can be cited. */
function subjectOf(parts: ExampleParts, pointers: { readonly made?: string } = {}): Subject {
  const subject = exampleSubject(parts);
  const { operation } = subject;
  const ordered = operation.responses.toSorted(
    (left, right) => right.refuses.length - left.refuses.length || left.status - right.status,
  );
  const responses = ordered.map((response) => ({
    ...response,
    source: at(response.status),
    schemaPointer: response.schemaPointer && (response.status === 401 ? '/nowhere' : '/answer'),
    contentType: response.contentType && { ...response.contentType, source: at(response.status + 1000) },
  }));
  const kinds = (operation.notifications?.kinds ?? []).map((kind) => ({
    ...kind,
    schemaPointer: kind.name === 'made' ? (pointers.made ?? '/made') : '/nowhere',
    source: at(kind.name === 'made' ? 40 : 41),
  }));
  const notifications = operation.notifications && { ...operation.notifications, kinds };
  return {
    ...subject,
    operation: { ...operation, source: at(10), responses, notifications },
    documented: responses.find(({ status }) => status === subject.documented?.status),
  };
}

describe('findSource', () => {
  const ok: ExampleParts = { notifications: [{ kind: 'made', id: 'a' }], text: '{"id":7,"list":["a"]}' };
  const refused: ExampleParts = { intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 };
  const teapot: ExampleParts = { status: 418 };
  const unwanted: ExampleParts = { intent: { kind: 'refused', cause: 'no-credentials' }, status: 200 };
  const unforeseen: ExampleParts = { intent: { kind: 'refused', cause: 'wrong-state' }, status: 418 };

  it.each<readonly [string, string, ExampleParts, number]>([
    ['a member of the body', 'response.body#/id', ok, 21],
    ['a member nobody documents, by the body', 'response.body#/other', ok, 20],
    ['the body', 'response.body#', ok, 20],
    ['the body without a place in it', 'response.body', ok, 20],
    ['an item of a list', 'response.body#/list/0', ok, 23],
    ['the body of an answer whose schema is cited nowhere', 'response.body#/id', refused, 401],
    ['a type where no answer is documented', 'response.header.content-type', unforeseen, 10],
    ['a notification that did not come', 'notifications.made', ok, 30],
    [
      'a notification where none are documented',
      'notifications.made#',
      { ...ok, withoutNotifications: true },
      200,
    ],
    [
      'the body of an answer that has none, by its status',
      'response.body#/id',
      { status: 204, text: '' },
      204,
    ],
    ['the body of an answer nobody documents, by the one to be had', 'response.body#/id', teapot, 200],
    ['the status, by the one to be had', 'response.status', teapot, 200],
    ['the status where a refusal was to be had', 'response.status', unwanted, 401],
    ['the status where no refusal is documented', 'response.status', unforeseen, 10],
    ['the type of the content', 'response.header.content-type', ok, 1200],
    ['the type of the content where there is none', 'response.header.content-type', { status: 204 }, 204],
    ['the type of an answer nobody documents', 'response.header.content-type', teapot, 1200],
    ['another header', 'response.header.location', ok, 200],
    ['the request', 'request.body#/name', unforeseen, 10],
    ['a notification', 'notifications.made#', ok, 30],
    ['a notification without a schema that is cited', 'notifications.told#/id', ok, 41],
    ['a notification of no documented kind, by the answer', 'notifications.other#', ok, 200],
  ])('of %s', (_, pointer, parts, line) => {
    expect(findSource(SPEC, subjectOf(parts), pointer)).toEqual(at(line));
  });
});

describe('specContradictions', () => {
  const document = (answers: JsonObject, made: JsonObject): JsonObject => ({
    components: {
      schemas: {
        answer: { schema: BODY, examples: answers },
        made: { schema: MADE, examples: made },
      },
    },
  });
  const contradictions = (answers: JsonObject, made: JsonObject, status = 200) => {
    const subject = subjectOf({ status }, { made: '/components/schemas/made/schema' });
    const documented = subject.documented && {
      ...subject.documented,
      schemaPointer: '/components/schemas/answer/schema',
    };
    const spec = specOf(document(answers, made));
    return [...specContradictions(spec, status === 418 ? subject : { ...subject, documented })];
  };

  it('are the constraints that an example breaks, of the answer and of what is told', () => {
    expect(contradictions({ shown: { value: { id: 'seven' } } }, { told: { value: { id: 7 } } })).toEqual([
      expect.stringMatching(/ type integer$/),
      expect.stringMatching(/ type string$/),
    ]);
  });

  it('are none where every example holds, and where none has a value', () => {
    expect(contradictions({ shown: { value: { id: 7 } } }, { told: { value: { id: 'a' } } })).toEqual([]);
    expect(contradictions({ shown: { summary: 'no value' }, odd: 7 }, {})).toEqual([]);
  });

  it('are those of the answer alone where nothing is told', () => {
    const subject = subjectOf({ withoutNotifications: true });
    const documented = subject.documented && {
      ...subject.documented,
      schemaPointer: '/components/schemas/answer/schema',
    };
    const spec = specOf(document({ shown: { value: { id: 'seven' } } }, {}));
    expect([...specContradictions(spec, { ...subject, documented })]).toHaveLength(1);
  });

  it('are those of what is told where the answer is of no documented status', () => {
    expect(
      contradictions({ shown: { value: { id: 'seven' } } }, { told: { value: { id: 7 } } }, 418),
    ).toEqual([expect.stringMatching(/ type string$/)]);
  });
});
