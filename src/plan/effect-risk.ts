import type { Intent } from '../model/interaction.ts';
import type { Effect, Operation } from '../model/operation.ts';

const CONSEQUENCES = {
  reads: null,
  creates: 'creates something that stays',
  'notifies-people': 'notifies people',
  'joins-as-person': 'joins as a person',
  'costs-money': 'costs money',
  irreversible: 'cannot be undone',
} as const satisfies Record<Effect, string | null>;

/** What an acceptance would leave behind of a request that is meant to be refused; null where nothing. */
export function riskOf({ title, effects }: Operation, intent: Intent): string | null {
  if (intent.kind === 'accepted') return null;
  const consequences = effects.flatMap((effect) => CONSEQUENCES[effect] ?? []);
  return consequences.length === 0 ? null : `if accepted, it ${consequences.join(', ')} (${title})`;
}
