import { checks } from '../generated/checks.ts';
import type { Check } from '../model/check.ts';
import type { Suite } from '../model/suite.ts';

/** Ours and then the user's own: what those do cannot touch what is judged before them. */
export function checksOf(suite: Suite): readonly Check[] {
  return [...checks, ...(suite.checks ?? [])];
}
