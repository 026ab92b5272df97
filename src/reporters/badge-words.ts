import type { Report, Verdict } from '../model/report.ts';
import { verdictLabels } from './labels.ts';
import { shorten } from './shorten.ts';

export interface BadgeWords {
  readonly label: string;
  readonly message: string;
}

const LABEL_LIMIT = 60;

/** What stands left and right on a badge: of what, and the verdict with how many operations are conformant. */
export function badgeWords({ target, verdict, operations }: Report): BadgeWords {
  const name = target.name === target.kind ? '' : ` ${target.name}`;
  const conformant = operations.filter((each) => each.verdict === 'conformant').length;
  return {
    label: shorten(`conformance ${target.kind}${name}`, LABEL_LIMIT),
    message: `${verdictLabels[verdict].word}, ${conformant} of ${operations.length}`,
  };
}

export const badgeColours: Readonly<Record<Verdict, string>> = {
  conformant: '#2a7d3f',
  deviating: '#9a6700',
  nonconformant: '#b3261e',
  unproven: '#5f6368',
};
