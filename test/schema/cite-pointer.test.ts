import { describe, expect, it } from 'vitest';
import { citePointer } from '../../src/schema/cite-pointer.ts';
import { schemaLevel } from '../../src/schema/schema-level.ts';
import { exampleBeside } from '../contracts/suite-under-test.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { ANSWER, from, inventSpec, sourceOf } from '../fixtures/invented-spec.ts';

const acquire = specOf('acquire');
const joined = operationOf('acquire.joinChat').responses[0]?.schemaPointer ?? '';

describe('citePointer', () => {
  /** The lines of the document, read off its numbered text. */
  it.each([
    ['/data', [29, 29]],
    ['/data/id', [32, 32]],
    ['/data/meta/queues', [50, 52]],
    ['/data/users/0/role', [64, 64]],
    ['/data/users/1/user/name', [73, 73]],
    ['/data/users/2/case/title', [132, 132]],
    ['/data/lastMessage/seen', [180, 180]],
  ])('finds the line of %s in the page about joining', (pointer, lines) => {
    expect(citePointer(acquire, joined, exampleBeside(acquire, joined), pointer)?.source).toMatchObject({
      document: 'acquire-join-chat',
      lines,
      strength: 'shown',
    });
  });

  it('gives the nearest place above what nobody documents', () => {
    expect(citePointer(acquire, joined, {}, '/data/meta/unheard/of')?.source.lines).toEqual([47, 53]);
    expect(citePointer(acquire, joined, {}, '/error')?.source.lines).toEqual([28, 184]);
  });

  it('finds the members of a map and of a list', () => {
    const value = { list: [{ a: 1 }], map: { x: { a: 1 } } };
    const item = { type: 'object', properties: { a: { type: 'integer', ...from(8) } } };
    const spec = inventSpec({
      type: 'object',
      ...from(4),
      properties: {
        list: { type: 'array', items: item, ...from(5) },
        map: { type: 'object', additionalProperties: item, ...from(6) },
      },
    });
    expect(citePointer(spec, ANSWER, value, '/list/0/a')?.source).toEqual(sourceOf(8));
    expect(citePointer(spec, ANSWER, value, '/map/x/a')?.source).toEqual(sourceOf(8));
    expect(citePointer(spec, ANSWER, value, '/map/x')?.source).toEqual(sourceOf(6));
  });

  it('prefers what stands beside a reference to what the reference names', () => {
    const schemas = { Thing: { type: 'object', ...from(9) } };
    const spec = inventSpec(
      {
        type: 'object',
        ...from(4),
        properties: { thing: { $ref: '#/components/schemas/Thing', ...from(5) } },
      },
      { schemas },
    );
    expect(citePointer(spec, ANSWER, {}, '/thing')?.source).toEqual(sourceOf(5));
  });

  it('finds nothing where there is no schema', () => {
    expect(citePointer(acquire, '/paths/~1nowhere', {}, '/a')).toBeUndefined();
  });
});

describe('schemaLevel', () => {
  it.each([
    ['inferred', 'may'],
    ['shown', 'should'],
    ['stated', 'must'],
  ] as const)('of a schema whose best member is %s is %s', (strength, level) => {
    const properties = {
      a: { type: 'integer', ...from(5, 'inferred') },
      b: { type: 'string', ...from(6, strength) },
    };
    expect(schemaLevel(inventSpec({ ...from(4, 'inferred'), properties }), ANSWER)).toBe(level);
  });

  it('looks through references, and does not turn in circles', () => {
    const node = { ...from(5), type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } };
    const spec = inventSpec({ $ref: '#/components/schemas/Node' }, { schemas: { Node: node } });
    expect(schemaLevel(spec, ANSWER)).toBe('should');
  });

  it('is that of the tables and of the examples of the documents', () => {
    const levelAt = (id: string, status: number) =>
      schemaLevel(
        specOf(id.split('.')[0] ?? ''),
        operationOf(id).responses.find((response) => response.status === status)?.schemaPointer ?? '',
      );
    expect(levelAt('acquire.inviteAgent', 200)).toBe('should');
    expect(levelAt('acquire.joinChat', 200)).toBe('should');
    expect(levelAt('genesys.inviteAgentToChat', 200)).toBe('should');
    // The only document that tells types of an answer in words.
    expect(levelAt('rocketchat.registerDepartment', 200)).toBe('must');
    expect(levelAt('rocketchat.registerDepartment', 400)).toBe('must');
  });
});
