import Table from 'cli-table3';
import { BLAMES } from '../src/model/finding.ts';
import { type Confusion, TAKEN_FOR } from './confusion.ts';

/** Rows: what was planted; columns: who was blamed; then every miss by name. */
export function renderConfusion({ table, plants, misses }: Confusion): string {
  const drawn = new Table({
    head: ['planted', 'plants', ...TAKEN_FOR],
    style: { head: [], border: [] },
    colAligns: ['left', ...['plants', ...TAKEN_FOR].map(() => 'right' as const)],
  });
  for (const kind of BLAMES)
    drawn.push([kind, plants[kind], ...TAKEN_FOR.map((taken) => table[kind][taken])]);
  const total = BLAMES.reduce((sum, kind) => sum + plants[kind], 0);
  return [
    drawn.toString(),
    `${total} plants, ${misses.length} taken for something else`,
    ...misses.map(
      ({ kind, plant, takenFor, what }) =>
        `  ${kind} taken for ${takenFor}: ${plant}${what.length === 0 ? '' : `: ${what.join(', ')}`}`,
    ),
  ].join('\n');
}
