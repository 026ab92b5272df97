import type { Report } from '../model/report.ts';
import { outcomesLabel, tallyCases } from './tally.ts';

/** A line for each check of the user's own: whose it is, and how its cases ended. */
export function ownCheckLines({ checks = [], operations }: Report): readonly string[] {
  const cases = operations.flatMap((one) => one.cases);
  return checks.map(({ id, from }) => {
    const own = cases.filter(({ check }) => check === id);
    return `${id} of ${from}: ${outcomesLabel(tallyCases(own))}`;
  });
}
