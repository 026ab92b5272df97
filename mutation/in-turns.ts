/** Two cores: a few at once keep them busy while one waits for a deadline. */
const AT_ONCE = 4;

/**
 * Does the work for each item, a few at a time; the results are in the order of the items. After a failure nothing
 * further is begun, and what is under way comes to its end before the failure is told.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  let isOver = false;
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (isOver) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
}
