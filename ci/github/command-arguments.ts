import { type ActionInputs, linesOf } from './action-inputs.ts';

/** Inputs that may have several lines, and the option that each line becomes. */
const REPEATED = {
  vendors: '--vendor',
  operations: '--operation',
  tenants: '--tenant',
  faults: '--fault',
  specs: '--specs',
  contracts: '--contracts',
  checks: '--checks',
  reporters: '--reporter',
} as const;

const SINGLE = {
  production: '--production',
  'plan-hash': '--plan-hash',
  gate: '--gate',
  waivers: '--waivers',
  baseline: '--baseline',
  history: '--history',
  flicker: '--flicker',
  documents: '--documents',
  shard: '--shard',
  expect: '--expect',
  out: '--out',
} as const;

/** What the command knows nothing of. */
export const OF_THE_ACTION = [
  'command',
  'arguments',
  'secrets',
  'summary',
  'working-directory',
  'node-version',
] as const;

export const PASSED_ON = [...Object.keys(REPEATED), ...Object.keys(SINGLE)];

export function commandArguments(inputs: ActionInputs): readonly string[] {
  const command = inputs['command'] ?? '';
  const repeated = Object.entries(REPEATED).flatMap(([name, option]) =>
    linesOf(inputs, name).flatMap((line) => [option, line]),
  );
  const single = Object.entries(SINGLE).flatMap(([name, option]) => {
    const value = inputs[name] ?? '';
    return value === '' ? [] : [option, value];
  });
  return [command === '' ? 'run' : command, ...linesOf(inputs, 'arguments'), ...repeated, ...single];
}
