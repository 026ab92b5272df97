import { checks } from '../generated/checks.ts';
import type { Check } from '../model/check.ts';
import { oncePer } from '../model/once-per.ts';
import type { Suite } from '../model/suite.ts';

/** Ours and then the user's own: what those do cannot touch what is judged before them. */
export const checksOf: (suite: Suite) => readonly Check[] = oncePer((suite: Suite) => [
  ...checks,
  ...(suite.checks ?? []),
]);
