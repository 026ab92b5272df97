import { type Level, levelOf, type Source, strongerLevel } from '../model/source.ts';

/** What was compared of all that a document relates to each other. */
export interface Compared<Difference> {
  /** Of the strongest relation that could be compared; undefined where none could. */
  readonly level: Level | undefined;
  readonly differences: readonly Difference[];
}

/** `compare` gives the differences, none where it holds, and undefined where there is nothing to compare. */
export function compareEach<Relation extends { readonly source: Source }, Difference>(
  relations: readonly Relation[],
  compare: (relation: Relation) => readonly Difference[] | undefined,
): Compared<Difference> {
  let level: Level | undefined;
  const differences: Difference[] = [];
  for (const relation of relations) {
    const found = compare(relation);
    if (found === undefined) continue;
    level = strongerLevel(level, levelOf(relation.source.strength));
    differences.push(...found);
  }
  return { level, differences };
}
