import type { Report } from '../model/report.ts';
import { plural } from './tally.ts';

/** What became of the waivers, and what is wrong with them; empty where there are none. */
export function waiverLines({ waivers }: Report): readonly string[] {
  if (waivers.length === 0) return [];
  const applied = waivers.filter(({ standing }) => standing === 'applied').length;
  const idle = waivers.filter(({ standing }) => standing === 'not-looked-at').length;
  const problems = waivers.flatMap(({ standing, problem, place, finding }) =>
    problem === null ? [] : [`${standing}: ${place} (${finding}). ${problem}`],
  );
  const others = idle === 0 ? '' : `, ${idle} of what was not judged here`;
  return [`${plural(waivers.length, 'waiver')}: ${applied} applied${others}`, ...problems];
}
