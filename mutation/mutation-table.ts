import Table from 'cli-table3';
import { LEVELS } from '../src/model/source.ts';
import type { MutantResult, MutationResult } from './find-survivors.ts';

const SHOWN_SURVIVORS = 40;

/** Kill rate by operation, kind and strength, false alarms, and the survivors by name. */
export function renderMutationTable(result: MutationResult): string {
  const { mutants, survivors, benign, falseAlarms, unmutated } = result;
  const parts = [
    ratesBy('operation', mutants, ({ operation }) => operation),
    ratesBy('claim', mutants, ({ kind }) => kind),
    ratesBy('level', mutants, ({ level }) => level, LEVELS),
    `${mutants.length} mutants, ${mutants.length - survivors.length} named, ${survivors.length} survivors; ${unmutated.length} claims without a mutant`,
    `${benign} benign variants, ${falseAlarms.length} false alarms`,
    ...survivors
      .slice(0, SHOWN_SURVIVORS)
      .map(
        ({ id, outcome, found }) =>
          `  ${outcome}: ${id}${found.length === 0 ? '' : ` (found ${found.slice(0, 3).join(', ')})`}`,
      ),
    ...falseAlarms.map(({ id, found }) => `  false alarm: ${id} (${found.slice(0, 3).join(', ')})`),
  ];
  return parts.join('\n');
}

function ratesBy(
  heading: string,
  mutants: readonly MutantResult[],
  keyOf: (mutant: MutantResult) => string,
  order?: readonly string[],
): string {
  const table = new Table({
    head: [heading, 'mutants', 'named', 'noticed', 'missed', 'kill rate'],
    style: { head: [], border: [] },
  });
  const keys = order ?? [...new Set(mutants.map(keyOf))].toSorted();
  for (const key of keys) {
    const own = mutants.filter((mutant) => keyOf(mutant) === key);
    if (own.length === 0) continue;
    const count = (outcome: MutantResult['outcome']) =>
      own.filter((mutant) => mutant.outcome === outcome).length;
    const rate = ((count('named') / own.length) * 100).toFixed(1);
    table.push([key, own.length, count('named'), count('noticed'), count('missed'), `${rate} %`]);
  }
  return table.toString();
}
