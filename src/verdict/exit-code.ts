import type { GateFinding, Report, Verdict } from '../model/report.ts';
import { failsRun } from '../model/waiver.ts';

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

/** An interruption outweighs all; waivers that need somebody come before what was found. */
export function exitCodeOfRun(
  { run, waivers, verdict }: Pick<Report, 'run' | 'waivers' | 'verdict'>,
  gateShutBy: readonly GateFinding[],
): Report['exitCode'] {
  if (run.interrupted) return EXIT.interrupted;
  return waivers.some(failsRun) ? EXIT.badInput : exitCodeOf(verdict, gateShutBy);
}
