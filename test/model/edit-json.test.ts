import { describe, expect, it } from 'vitest';
import { withMember } from '../../src/model/edit-json.ts';

const VALUE = { a: 1, b: { c: [10, 20, 30], d: 'x' }, 'e/f': true };

describe('withMember', () => {
  it('replaces at any depth and keeps the order of everything', () => {
    const changed = withMember(VALUE, '/b/c/1', 99);
    expect(JSON.stringify(changed)).toBe('{"a":1,"b":{"c":[10,99,30],"d":"x"},"e/f":true}');
  });

  it('takes away a member of an object', () => {
    expect(JSON.stringify(withMember(VALUE, '/b/d', undefined))).toBe(
      '{"a":1,"b":{"c":[10,20,30]},"e/f":true}',
    );
  });

  it('takes away an item of a list and closes the gap', () => {
    expect(withMember(VALUE, '/b/c/0', undefined)).toEqual({ a: 1, b: { c: [20, 30], d: 'x' }, 'e/f': true });
  });

  it('adds a member that was not there', () => {
    expect(withMember({ a: 1 }, '/z', [true])).toEqual({ a: 1, z: [true] });
  });

  it('puts a null where a null is asked for', () => {
    expect(withMember({ a: 1 }, '/a', null)).toEqual({ a: null });
  });

  it('reads the escapes of a pointer', () => {
    expect(withMember(VALUE, '/e~1f', false)).toEqual({ ...VALUE, 'e/f': false });
  });

  it('leaves the value it was given alone', () => {
    const before = JSON.stringify(VALUE);
    withMember(VALUE, '/b/c', []);
    expect(JSON.stringify(VALUE)).toBe(before);
  });

  it('changes nothing where there is nothing to change', () => {
    expect(withMember(VALUE, '/a/x/y', 1)).toEqual(VALUE);
    expect(withMember(VALUE, '/nowhere', undefined)).toEqual(VALUE);
  });

  it('replaces the whole at the empty pointer', () => {
    expect(withMember(VALUE, '', 7)).toBe(7);
  });
});
