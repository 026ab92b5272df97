/** How strongly a document says something: in words, by example only, or not at all though it is needed. */
export type Strength = 'stated' | 'shown' | 'inferred';

/** What a claim of that strength binds the vendor to. */
export type Level = 'must' | 'should' | 'may';

/** The lines of one vendor document a claim rests on; lines are 1-based and inclusive. */
export interface Source {
  readonly document: string;
  readonly lines: readonly [from: number, to: number];
  readonly strength: Strength;
}

const LEVEL_OF_STRENGTH = { stated: 'must', shown: 'should', inferred: 'may' } as const satisfies Record<
  Strength,
  Level
>;

export function levelOf(strength: Strength): Level {
  return LEVEL_OF_STRENGTH[strength];
}

/** Strongest first. */
export const LEVELS = ['must', 'should', 'may'] as const satisfies readonly Level[];

export function strongestLevel(levels: readonly Level[]): Level {
  return LEVELS.find((level) => levels.includes(level)) ?? 'may';
}

export function strongerLevel(one: Level | undefined, other: Level): Level {
  return one !== undefined && LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other;
}

export function weakestLevel(levels: readonly Level[]): Level {
  return LEVELS.toReversed().find((level) => levels.includes(level)) ?? 'may';
}
