import type { GateFinding, Verdict } from '../model/report.ts';

export const EXIT = {
  gateMet: 0,
  gateNotMet: 1,
  /** The user's input is wrong: arguments, files. */
  badInput: 2,
  /** Something needed could not be proven. */
  unproven: 3,
  interrupted: 130,
} as const;

/** A found deviation outweighs what could not be proven beside it. */
export function exitCodeOf(verdict: Verdict, gateShutBy: readonly GateFinding[]): 0 | 1 | 3 {
  if (gateShutBy.length > 0) return EXIT.gateNotMet;
  return verdict === 'unproven' ? EXIT.unproven : EXIT.gateMet;
}
