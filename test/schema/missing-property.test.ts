import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { schemaViolations } from '../../src/schema/schema-violations.ts';
import { ANSWER, from, inventSpec, sourceOf, thereBy } from '../fixtures/invented-spec.ts';

describe('a property that is missing', () => {
  const name = { type: 'string', ...from(6, 'stated') };
  const properties = { id: { type: 'integer', ...from(5, 'stated') } };
  const missing = (pointer: string, line: number, level: string) => ({
    keyword: 'required',
    pointer,
    expected: 'it to be there',
    actual: undefined,
    source: sourceOf(line, level === 'must' ? 'stated' : 'shown'),
    level,
  });

  it.each<readonly [string, JsonObject, readonly unknown[]]>([
    [
      'plainly required',
      { required: ['name'], properties: { ...properties, name } },
      [missing('/name', 6, 'must')],
    ],
    [
      'required by the example alone',
      { required: ['name'], properties: { ...properties, name: { ...name, ...thereBy(9, 'shown') } } },
      [missing('/name', 9, 'should')],
    ],
    [
      'required in a part of allOf',
      { properties, allOf: [{ required: ['name'], properties: { name: { ...from(7, 'stated') } } }] },
      [missing('/name', 7, 'must')],
    ],
    [
      'required under a condition',
      {
        properties,
        allOf: [
          {
            if: { properties: { id: { const: 1 } } },
            // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
            then: { required: ['name'], properties: { name: from(8) } },
          },
        ],
      },
      [missing('/name', 8, 'should')],
    ],
    ['required but nowhere described', { required: ['name'], properties }, [missing('/name', 4, 'should')]],
  ])('%s', (_, schema, violations) => {
    const spec = inventSpec({ type: 'object', ...from(4), ...schema });
    expect(schemaViolations(spec, ANSWER, { id: 1 })).toEqual(
      violations.map((violation) => expect.objectContaining(violation)),
    );
    expect(schemaViolations(spec, ANSWER, { id: 1, name: 'x' })).toEqual([]);
  });

  it('is named with its escapes', () => {
    const spec = inventSpec({
      type: 'object',
      ...from(4),
      required: ['a/b~c'],
      properties: { 'a/b~c': from(5) },
    });
    expect(schemaViolations(spec, ANSWER, {})).toMatchObject([{ pointer: '/a~1b~0c', actual: undefined }]);
  });
});
