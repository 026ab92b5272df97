import type { OperationReport } from '../../model/report.ts';

const EFFECT_WORDS = {
  reads: 'reads',
  creates: 'creates something',
  'notifies-people': 'notifies people',
  'joins-as-person': 'joins as a person',
  'costs-money': 'costs money',
  irreversible: 'cannot be undone',
} as const satisfies Record<OperationReport['effects'][number], string>;

/** What a call does in the world, in words that follow `a call`. */
export function effectsOf({ effects }: OperationReport): string {
  return effects.map((effect) => EFFECT_WORDS[effect]).join(', ');
}
