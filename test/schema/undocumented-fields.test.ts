import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { undocumentedFields } from '../../src/schema/undocumented-fields.ts';
import { exampleBeside } from '../contracts/suite-under-test.ts';
import { operations, specOf } from '../fixtures/committed-suite.ts';
import { ANSWER, from, inventSpec } from '../fixtures/invented-spec.ts';

function found(schema: JsonObject, value: Json, schemas: JsonObject = {}): readonly string[] {
  return undocumentedFields(inventSpec({ ...schema, ...from(4) }, { schemas }), ANSWER, value);
}

const NAMED = { type: 'object', properties: { a: { type: 'integer' } } };

describe('undocumentedFields', () => {
  it('are the members that no schema names, sorted', () => {
    expect(found(NAMED, { z: 1, a: 1, b: { c: 2 } })).toEqual(['/b', '/z']);
  });

  it('are found once for all items of a list', () => {
    expect(found({ type: 'array', items: NAMED }, [{ a: 1 }, { b: 1 }, { b: 2 }])).toEqual(['/*/b']);
  });

  it('are found once for all keys of a map', () => {
    const map = { type: 'object', additionalProperties: NAMED };
    expect(found(map, { '1': { b: 1 }, '2': { b: 1, a: 1 } })).toEqual(['/*/b']);
  });

  it('are none where the document shows no member at all', () => {
    expect(found({ type: 'object' }, { x: 1 })).toEqual([]);
    expect(found({ type: 'object', additionalProperties: true }, { x: { y: 1 } })).toEqual([]);
    expect(found({ type: 'object', properties: { meta: { type: 'object' } } }, { meta: { x: 1 } })).toEqual(
      [],
    );
    expect(found({ type: 'array' }, [{ x: 1 }])).toEqual([]);
  });

  it('are not what any branch of the schema names', () => {
    const branches = {
      type: 'object',
      properties: { a: { type: 'integer' } },
      allOf: [
        { properties: { b: { type: 'integer' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        { if: { required: ['c'] }, then: { properties: { d: {} } }, else: { properties: { e: {} } } },
        { anyOf: [{ properties: { f: {} } }, { $ref: '#/components/schemas/More' }] },
      ],
    };
    const schemas = { More: { properties: { g: {} }, ...from(5) } };
    expect(found(branches, { a: 1, b: 1, d: 1, e: 1, f: 1, g: 1, h: 1 }, schemas)).toEqual(['/h']);
  });

  it('are found below a reference', () => {
    const schemas = { Thing: { ...NAMED, ...from(5) } };
    const schema = { type: 'object', properties: { thing: { $ref: '#/components/schemas/Thing' } } };
    expect(found(schema, { thing: { a: 1, 'x/y': 2 } }, schemas)).toEqual(['/thing/x~1y']);
  });

  it("are none in the documents' own examples", () => {
    const described = operations.flatMap(({ vendor, responses }) =>
      responses.flatMap(({ schemaPointer, status }) =>
        schemaPointer === undefined || status !== 200 ? [] : [{ spec: specOf(vendor), schemaPointer }],
      ),
    );
    expect(described.length).toBe(5);
    for (const { spec, schemaPointer } of described)
      expect(undocumentedFields(spec, schemaPointer, exampleBeside(spec, schemaPointer))).toEqual([]);
  });
});
