// Checks of a folder outside this package: modules, each held to its own examples before it sees any exchange.
import type { Suite } from '../model/suite.ts';
import { asCheck } from './as-check.ts';
import { operationsAbout } from './operations-about.ts';
import { proveExamples } from './prove-examples.ts';
import { readChecks } from './read-checks.ts';

/** With the checks of these folders; throws a UserError that names the file for whatever is wrong with one. */
export async function withChecks(suite: Suite, folders: readonly string[]): Promise<Suite> {
  if (folders.length === 0) return suite;
  const read = await readChecks(folders);
  const checks = read.map((one) => {
    const check = asCheck(one, operationsAbout(one, suite));
    proveExamples(one.file, check);
    return check;
  });
  return { ...suite, checks };
}
