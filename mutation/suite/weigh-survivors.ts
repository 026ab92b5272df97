import type { KnownSurvivors, Survivor } from './known-survivors.ts';

export interface WeighedSurvivors {
  /** Not known: a rule that no test holds. */
  readonly unexplained: readonly Survivor[];
  /** Known, and no longer there: killed, or its code is gone. */
  readonly outdated: readonly Survivor[];
}

/** Holds what survived against what is known to; the same change to a line that has its like twice counts twice. */
export function weighSurvivors(
  survivors: readonly Survivor[],
  { explained, unjudged }: KnownSurvivors,
): WeighedSurvivors {
  const known = [...explained.flatMap(({ mutants }) => mutants), ...unjudged];
  return { unexplained: without(survivors, known), outdated: without(known, survivors) };
}

function without(survivors: readonly Survivor[], others: readonly Survivor[]): readonly Survivor[] {
  const left = others.map(nameSurvivor);
  return survivors.filter((one) => {
    const at = left.indexOf(nameSurvivor(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** One line for a person, and the same for the same mutant. */
export function nameSurvivor({ file, line, original, replacement }: Survivor): string {
  return `${file}: ${line}\n    ${original}  ->  ${replacement === '' ? 'nothing' : replacement}`;
}
