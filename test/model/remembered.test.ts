import { describe, expect, it, vi } from 'vitest';
import { oncePer } from '../../src/model/once-per.ts';
import { whileRecent } from '../../src/model/while-recent.ts';
import { whileSame } from '../../src/model/while-same.ts';

const [one, other] = [{ id: 1 }, { id: 2 }];

describe('oncePer', () => {
  it('asks once for each object, in whatever order they come', () => {
    const compute = vi.fn(({ id }: { readonly id: number }) => id);
    const remembered = oncePer(compute);
    expect([one, other, one, other].map(remembered)).toEqual([1, 2, 1, 2]);
    expect(compute).toHaveBeenCalledTimes(2);
  });
});

describe('whileSame', () => {
  it('asks again only when another object has come', () => {
    const compute = vi.fn(({ id }: { readonly id: number }) => (id === 1 ? undefined : id));
    const remembered = whileSame(compute);
    expect([one, one, other, other, one].map(remembered)).toEqual([undefined, undefined, 2, 2, undefined]);
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('takes an equal object for another one', () => {
    const compute = vi.fn(({ id }: { readonly id: number }) => id);
    const remembered = whileSame(compute);
    remembered(one);
    remembered({ ...one });
    expect(compute).toHaveBeenCalledTimes(2);
  });
});

describe('whileRecent', () => {
  it('computes again only for what is not among the last ones', () => {
    const asked: object[] = [];
    const remembered = whileRecent((key: object) => {
      asked.push(key);
      return asked.length;
    }, 2);
    const [one, two, three] = [{ at: 1 }, { at: 2 }, { at: 3 }];
    expect([one, two, one, two].map(remembered)).toEqual([1, 2, 1, 2]);
    expect([three, two, one].map(remembered)).toEqual([3, 2, 4]);
    expect(asked).toEqual([one, two, three, one]);
  });
});
