/**
 * One of each group, always the same, and not always the first: the index goes round with the groups, so that
 * operations and places take turns.
 */
export function chooseSample<Item>(items: readonly Item[], groupOf: (item: Item) => string): readonly Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item)) ?? [];
    group.push(item);
    groups.set(groupOf(item), group);
  }
  return [...groups.values()].flatMap((group, index) => {
    const chosen = group[(index * 7) % group.length];
    return chosen === undefined ? [] : [chosen];
  });
}
