import { describe, expect, it } from 'vitest';
import { LEVELS, levelOf, strongestLevel, weakestLevel } from '../../src/model/source.ts';

describe('levels', () => {
  it.each([
    ['stated', 'must'],
    ['shown', 'should'],
    ['inferred', 'may'],
  ] as const)('what is %s binds as %s', (strength, level) => {
    expect(levelOf(strength)).toBe(level);
  });

  it('are ordered from the strongest', () => {
    expect(LEVELS).toEqual(['must', 'should', 'may']);
  });

  it.each([
    [['may', 'must', 'should'], 'must', 'may'],
    [['should', 'may'], 'should', 'may'],
    [['should', 'must'], 'must', 'should'],
    [['should'], 'should', 'should'],
    [[], 'may', 'may'],
  ] as const)('of %j the strongest is %s, the weakest %s', (levels, strongest, weakest) => {
    expect(strongestLevel(levels)).toBe(strongest);
    expect(weakestLevel(levels)).toBe(weakest);
  });
});
