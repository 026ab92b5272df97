// No document of ours sets a length or a count; a spec may.
import { describe, expect, it } from 'vitest';
import { listClaims } from '../../src/claims/list-claims.ts';
import { weighClaims } from '../../src/claims/weigh-claims.ts';
import { createSubject } from '../../src/judges/create-subject.ts';
import { judgeBySchema } from '../../src/judges/judge-by-schema.ts';
import { closeCases } from '../../src/verdict/close-cases.ts';
import { exchange } from '../fixtures/exchange-parts.ts';
import { from, inventSpec } from '../fixtures/invented-spec.ts';
import { ACCEPTED } from './evidence-parts.ts';

describe('a limit', () => {
  const standingOf = (name: string | null) => {
    const spec = inventSpec({
      type: 'object',
      ...from(4),
      properties: { name: { type: 'string', minLength: 2, maxLength: 5, ...from(5) } },
    });
    const [operation] = spec.operations;
    if (operation === undefined) throw new Error('the invented spec has no operation');
    const body = { text: JSON.stringify({ name }) };
    const response = { status: 200, headers: [], body };
    const subject = createSubject(operation, ACCEPTED, exchange({ result: { kind: 'response', response } }));
    const cases = closeCases('nobody.makeThing/one', subject, judgeBySchema(subject, spec), []);
    const { list } = weighClaims(spec, listClaims(spec, operation), [{ kind: 'judged', subject, cases }]);
    return list.filter(({ kind }) => kind === 'limit').map(({ id, status }) => [id, status]);
  };
  const place = 'nobody.makeThing/limit/response.body#/name';

  it.each([
    ['abc', 'confirmed', 'confirmed'],
    ['a', 'contradicted', 'confirmed'],
    ['abcdef', 'confirmed', 'contradicted'],
    [null, 'not-observed', 'not-observed'],
  ])('is its own claim: %s', (name, least, most) => {
    expect(standingOf(name)).toEqual([
      [`${place}(minLength)`, least],
      [`${place}(maxLength)`, most],
    ]);
  });
});
