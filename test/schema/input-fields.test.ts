// What a spec says of the input of an operation, place by place.
import { describe, expect, it } from 'vitest';
import type { InputField } from '../../src/model/input-field.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Spec } from '../../src/model/spec.ts';
import { inputFields } from '../../src/schema/input-fields.ts';
import { isDocumentedInput } from '../../src/schema/is-documented-input.ts';
import { operationOf, specOf, suite } from '../fixtures/committed-suite.ts';
import { from, inventSpec, sourceOf, thereBy } from '../fixtures/invented-spec.ts';

function operationIn(spec: Spec): Operation {
  const [operation] = spec.operations;
  if (operation === undefined) throw new Error('no operation');
  return operation;
}

function fieldsOf(request: JsonObject, schemas: JsonObject = {}): readonly InputField[] {
  const spec = inventSpec({ type: 'object' }, { request, schemas });
  return inputFields(spec, operationIn(spec)).filter(({ at }) => at.startsWith('body#'));
}

const thing = (properties: JsonObject): JsonObject => ({ type: 'object', ...from(3, 'stated'), properties });

describe('fields of a body', () => {
  it('have the types, values and samples that are documented, and where', () => {
    const colour = { type: 'string', enum: ['red', 'blue'], ...from(4), ...thereBy(5, 'inferred') };
    const size = { type: ['integer', 'string'], default: 1, examples: [2], ...from(6, 'stated') };
    expect(fieldsOf(thing({ colour, size }))).toEqual([
      {
        ...{ at: 'body#/colour', types: ['string'], values: ['red', 'blue'], samples: [] },
        ...{ hasShapelessMembers: false, source: sourceOf(4), presence: sourceOf(5, 'inferred') },
      },
      {
        ...{ at: 'body#/size', types: ['integer', 'string'], values: [], samples: [1, 2] },
        ...{ hasShapelessMembers: false, source: sourceOf(6, 'stated'), presence: sourceOf(6, 'stated') },
      },
    ]);
  });

  it('are lists of things of no shape where the document names no member of them', () => {
    const listOf = (items: JsonObject) => ({ type: 'array', items, ...from(9) });
    const found = fieldsOf(
      thing({
        files: listOf({ type: 'object', ...from(8) }),
        parts: listOf({ type: 'object', ...from(7), properties: { no: { type: 'integer', ...from(7) } } }),
        words: listOf({ type: 'string' }),
      }),
    );
    const shapeless = found.filter(({ hasShapelessMembers }) => hasShapelessMembers);
    expect(shapeless.map(({ at }) => at)).toEqual(['body#/files']);
  });

  it('are found below objects, lists, references and what is joined', () => {
    const part = { type: 'object', ...from(7), properties: { no: { type: 'integer', ...from(8) } } };
    const found = fieldsOf(
      {
        ...thing({ parts: { type: 'array', items: { $ref: '#/components/schemas/Part' }, ...from(9) } }),
        allOf: [{ properties: { 'a/b': { type: 'object', ...from(10), properties: { c: from(11) } } } }],
      },
      { Part: part },
    );
    expect(found.map(({ at }) => at)).toEqual([
      'body#/parts',
      'body#/parts/0/no',
      'body#/a~1b',
      'body#/a~1b/c',
    ]);
  });

  it('are not made closed sets by what only tells alternatives apart', () => {
    const kind = { type: 'string', ...from(4) };
    const [found] = fieldsOf({
      ...thing({ kind }),
      allOf: [{ if: { properties: { kind: { const: 'big', ...from(5) } } }, else: { required: ['kind'] } }],
    });
    expect(found).toMatchObject({ at: 'body#/kind', values: [] });
  });
});

describe('parameters of a query', () => {
  it('are named without what carries credentials', () => {
    const fields = inputFields(specOf('acquire'), operationOf('acquire.sendSms'));
    expect(fields.filter(({ at }) => at.startsWith('query.'))).toMatchObject([
      { at: 'query.x-user-type', types: ['string'], values: ['user', 'contact'] },
    ]);
  });

  const isDocumented = (query: readonly (readonly [string, string])[]) =>
    isDocumentedInput(specOf('acquire'), operationOf('acquire.addChatMessage'), {
      query,
      body: { caseId: 7, message: { type: 'message', message: 'Hello' } },
    });

  it.each([
    ['a number as text', [['contactId', '17']], true],
    [
      'a number and a value of the set',
      [
        ['contactId', '17'],
        ['x-user-type', 'contact'],
      ],
      true,
    ],
    [
      'a parameter nobody documents',
      [
        ['contactId', '17'],
        ['more', 'x'],
      ],
      true,
    ],
    ['letters for a number', [['contactId', 'seventeen']], false],
    ['a broken number', [['contactId', '17.5']], false],
    [
      'a value outside the set',
      [
        ['contactId', '17'],
        ['x-user-type', 'agent'],
      ],
      false,
    ],
    ['none where one is required', [], false],
  ] as const)('%s', (_, query, fine) => {
    expect(isDocumented(query)).toBe(fine);
  });
});

it('every place at which a reading changes the input is a documented one', () => {
  for (const spec of suite.specs)
    for (const { id, operations, input } of spec.ambiguities) {
      const places = operations.flatMap((name) => inputFields(spec, operationOf(name)).map(({ at }) => at));
      expect(
        input.filter((place) => !places.includes(place)),
        id,
      ).toEqual([]);
    }
});
