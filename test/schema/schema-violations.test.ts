import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { describeViolating, schemaViolations, type Violation } from '../../src/schema/schema-violations.ts';
import { ANSWER, from, inventSpec, sourceOf } from '../fixtures/invented-spec.ts';

interface Wrong {
  readonly keyword: string;
  readonly schema: JsonObject;
  readonly value: Json;
  readonly violation: Readonly<Partial<Record<keyof Violation, unknown>>>;
}

/** Each keyword specs are written with, broken once; `id` rests on a sentence, the rest on examples. */
const WRONG: readonly Wrong[] = [
  {
    keyword: 'type',
    schema: { properties: { id: { type: 'integer', ...from(5, 'stated') } } },
    value: { id: '7' },
    violation: {
      pointer: '/id',
      expected: 'type integer',
      actual: '7',
      source: sourceOf(5, 'stated'),
      level: 'must',
    },
  },
  {
    keyword: 'type',
    schema: { properties: { id: { type: ['null', 'integer'], ...from(5, 'inferred') } } },
    value: { id: true },
    violation: {
      pointer: '/id',
      expected: 'type null or integer',
      level: 'may',
      source: sourceOf(5, 'inferred'),
    },
  },
  {
    keyword: 'contains',
    schema: {
      properties: {
        users: {
          type: 'array',
          allOf: [
            {
              ...from(7),
              contains: {
                type: 'object',
                required: ['status'],
                properties: { status: { const: 'joined', ...from(8) } },
              },
            },
          ],
          ...from(6),
        },
      },
    },
    value: { users: [{ status: 'active' }, {}] },
    violation: { pointer: '/users', expected: 'a member with status "joined"', source: sourceOf(7) },
  },
  {
    keyword: 'enum',
    schema: { properties: { kind: { enum: ['a', 'b'], ...from(6, 'stated') } } },
    value: { kind: 'c' },
    violation: {
      pointer: '/kind',
      expected: 'one of ["a","b"]',
      source: sourceOf(6, 'stated'),
      level: 'must',
    },
  },
  {
    keyword: 'const',
    schema: { properties: { kind: { const: 'a', ...from(6) } } },
    value: { kind: 'b' },
    violation: { pointer: '/kind', expected: '"a"', source: sourceOf(6), level: 'should' },
  },
  {
    keyword: 'format',
    schema: { properties: { at: { type: 'string', format: 'date-time', ...from(7) } } },
    value: { at: 'yesterday' },
    violation: { pointer: '/at', expected: 'format date-time', source: sourceOf(7), level: 'should' },
  },
  {
    keyword: 'pattern',
    schema: { properties: { no: { type: 'string', pattern: '^[0-9]+$', ...from(8) } } },
    value: { no: 'x1' },
    violation: { pointer: '/no', expected: 'text matching ^[0-9]+$', source: sourceOf(8), level: 'should' },
  },
  {
    keyword: 'propertyNames',
    schema: {
      properties: {
        map: {
          type: 'object',
          propertyNames: { pattern: '^[0-9]+$' },
          additionalProperties: true,
          ...from(9),
        },
      },
    },
    value: { map: { '1': 1, one: 1 } },
    violation: {
      pointer: '/map',
      expected: 'keys as documented, not "one"',
      source: sourceOf(9),
      level: 'should',
    },
  },
  {
    keyword: 'anyOf',
    schema: {
      properties: { a: { type: 'integer' }, b: { type: 'integer' } },
      allOf: [{ ...from(10, 'stated'), anyOf: [{ required: ['a'] }, { required: ['b', 'c'] }] }],
    },
    value: {},
    violation: {
      pointer: '',
      expected: 'at least one of a, b and c',
      source: sourceOf(10, 'stated'),
      level: 'must',
    },
  },
  {
    keyword: 'minItems',
    schema: { properties: { list: { type: 'array', minItems: 1, ...from(11) } } },
    value: { list: [] },
    violation: {
      pointer: '/list',
      expected: expect.stringMatching(/^it to NOT have fewer than 1/),
      source: sourceOf(11),
    },
  },
];

describe('schemaViolations', () => {
  it.each(WRONG.map((wrong) => [wrong.keyword, wrong] as const))(
    'names field, expectation, source and level of a broken %s',
    (keyword, { schema, value, violation }) => {
      const spec = inventSpec({ type: 'object', ...from(4), ...schema });
      expect(schemaViolations(spec, ANSWER, value)).toEqual([
        expect.objectContaining({ keyword, ...violation }),
      ]);
    },
  );

  it('points into the spec, also through a reference', () => {
    const schemas = {
      Thing: { type: 'object', ...from(5), properties: { id: { type: 'integer', ...from(6) } } },
    };
    const spec = inventSpec({ $ref: '#/components/schemas/Thing' }, { schemas });
    expect(schemaViolations(spec, ANSWER, { id: null })).toMatchObject([
      { pointer: '/id', specPointer: '/components/schemas/Thing/properties/id', source: sourceOf(6) },
    ]);
  });

  it('finds every violation, in the order of the schema', () => {
    const items = { type: 'object', ...from(5), properties: { a: { type: 'integer', ...from(6) } } };
    const spec = inventSpec({ type: 'array', items, ...from(4) });
    expect(schemaViolations(spec, ANSWER, [{ a: 1 }, { a: 'x' }, 3]).map(({ pointer }) => pointer)).toEqual([
      '/1/a',
      '/2',
    ]);
  });

  it('finds none in what is as documented, nor in fields nobody documents', () => {
    const spec = inventSpec({
      type: 'object',
      ...from(4),
      properties: { a: { type: 'integer', ...from(5) } },
    });
    expect(schemaViolations(spec, ANSWER, { a: 1, more: { and: 'more' } })).toEqual([]);
  });

  it('refuses a schema with a keyword that is a spelling mistake', () => {
    const spec = inventSpec({ type: 'object', requierd: ['a'], ...from(4) });
    expect(() => schemaViolations(spec, ANSWER, {})).toThrow(/requierd/);
  });

  it('falls back to the schema as a whole for the source of a constraint without one', () => {
    const schemas = { Bare: { type: 'integer' } };
    const spec = inventSpec(
      { type: 'object', ...from(4, 'stated'), properties: { a: { $ref: '#/components/schemas/Bare' } } },
      { schemas },
    );
    expect(schemaViolations(spec, ANSWER, { a: 'x' })).toMatchObject([{ source: sourceOf(4, 'stated') }]);
  });
});

describe('describeViolating', () => {
  it.each([
    [undefined, 'absent'],
    [null, 'null'],
    [true, 'true'],
    ['x', '"x" (string)'],
    [1, '1 (integer)'],
    [1.5, '1.5 (number)'],
    [[1], 'array'],
    [{}, 'object'],
  ] as const)('%j is %s', (value, text) => {
    expect(describeViolating(value)).toBe(text);
  });
});
