import { EXIT } from '../verdict/exit-code.ts';

/**
 * Of several runs: an interruption ends all; what the user has to mend comes next; a gate not met outweighs what could
 * not be proven.
 */
export function worstOf(codes: readonly number[]): number {
  const order = [EXIT.interrupted, EXIT.badInput, EXIT.gateNotMet, EXIT.unproven, EXIT.gateMet];
  return order.find((code) => codes.includes(code)) ?? EXIT.unproven;
}
