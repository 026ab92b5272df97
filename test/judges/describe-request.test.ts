import { expect, it } from 'vitest';
import { describeRequestOf } from '../../src/judges/describe-request.ts';
import type { RequestChange } from '../../src/model/request-change.ts';
import { evidence, reading } from './reading-parts.ts';

const { sent } = evidence({});
const told = (...changes: readonly RequestChange[]) =>
  describeRequestOf(reading('other', { request: { method: undefined, path: undefined, changes } }), sent);

it('is its route where nothing is changed', () => {
  expect(told()).toBe('POST /things/9');
  expect(describeRequestOf(reading('primary'), sent)).toBe('POST /things/9');
});

it('names each place that differs once, by the kind of change', () => {
  const move: RequestChange = { kind: 'move', from: 'body#/in/a', to: 'body#/a' };
  expect(told(move)).toBe('POST /things/9 with body#/a');
  expect(told(move, { kind: 'copy', from: 'body#/a', to: 'body#/b', into: 'text' }, move)).toBe(
    'POST /things/9 with body#/a, body#/b like body#/a',
  );
  expect(told({ kind: 'turn', at: 'body#/a', into: 'text' })).toBe('POST /things/9 with body#/a as text');
  expect(told({ kind: 'omit', at: 'body#/a', beside: 'body#/b' })).toBe(
    'POST /things/9 with body#/a or body#/b alone',
  );
});
