import Table from 'cli-table3';
import { LEVELS } from '../src/model/source.ts';
import type { BenignResult, MutantResult, MutationResult, UnmutatedClaim } from './mutation-result.ts';

const SHOWN_SURVIVORS = 40;

/** Rates by operation, kind, level and operator, benign variants by name, and by name all that is left open. */
export function renderMutationTable(result: MutationResult): string {
  const { mutants, survivors, benign, falseAlarms, unmutated, unbroken } = result;
  const parts = [
    ratesBy('operation', mutants, ({ operation }) => operation),
    ratesBy('claim', mutants, ({ kind }) => kind),
    ratesBy('level', mutants, ({ level }) => level, LEVELS),
    ratesBy('operator', mutants, ({ operator }) => operator),
    benignTable(benign),
    reasonTable(unmutated),
    summaryOf(result),
    ...survivors
      .slice(0, SHOWN_SURVIVORS)
      .map(({ id, outcome, found }) => `  ${outcome}: ${id}${placesOf(found)}`),
    ...falseAlarms.map(({ id, found }) => `  false alarm: ${id}${placesOf(found)}`),
    ...unmutated
      .filter(({ standing }) => standing === 'unexplained')
      .map(({ claim }) => `  no mutant, and no reason: ${claim}`),
    ...unbroken.map(({ operation, check }) => `  never made to fail: ${check} of ${operation}`),
  ];
  return parts.join('\n');
}

function summaryOf({ mutants, survivors, benign, falseAlarms, unmutated }: MutationResult): string {
  const named = mutants.length - survivors.length;
  return [
    `${mutants.length} mutants, ${named} named, ${survivors.length} survivors; ${unmutated.length} claims without a mutant`,
    `${benign.length} benign variants, ${falseAlarms.length} false alarms`,
  ].join('\n');
}

function placesOf(found: readonly string[]): string {
  return found.length === 0 ? '' : ` (found ${found.slice(0, 3).join(', ')})`;
}

function ratesBy(
  heading: string,
  mutants: readonly MutantResult[],
  keyOf: (mutant: MutantResult) => string,
  order?: readonly string[],
): string {
  const table = plainTable([heading, 'mutants', 'named', 'noticed', 'missed', 'kill rate']);
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

function benignTable(benign: readonly BenignResult[]): string {
  const table = plainTable(['benign variant', 'exchanges', 'operations', 'false alarms']);
  for (const name of [...new Set(benign.map((one) => one.name))]) {
    const own = benign.filter((one) => one.name === name);
    const operations = new Set(own.map(({ operation }) => operation));
    table.push([name, own.length, operations.size, own.filter(({ found }) => found.length > 0).length]);
  }
  return table.toString();
}

function reasonTable(unmutated: readonly UnmutatedClaim[]): string {
  const table = plainTable(['claims without a mutant', 'why', 'kinds', 'number']);
  const keys = new Set(unmutated.map(({ standing, reason }) => `${standing} ${reason}`));
  for (const key of [...keys].toSorted()) {
    const own = unmutated.filter(({ standing, reason }) => `${standing} ${reason}` === key);
    const kinds = [...new Set(own.map(({ kind }) => kind))].join(', ');
    table.push([own[0]?.standing ?? '', own[0]?.reason ?? '', kinds, own.length]);
  }
  return table.toString();
}

function plainTable(head: readonly string[]): Table.Table {
  return new Table({ head: [...head], style: { head: [], border: [], compact: true } });
}
