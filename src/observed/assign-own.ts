import type { HttpInteraction } from '../model/interaction.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { Operation } from '../model/operation.ts';
import type { Suite } from '../model/suite.ts';
import { alternativesOf } from '../plan/alternative-requests.ts';
import type { Assignment } from './assigned-exchange.ts';
import { documentedOperations } from './documented-operations.ts';
import { interactionsOf } from './operation-interactions.ts';

/** What a run of ours has seen is taken for what it was sent for. */
export function assignOwn(
  suite: Suite,
  { exchange: seen }: ObservedExchange,
  plan: ObservedPlan,
): Assignment {
  const documented = documentedOperations(suite).get(plan.operation);
  if (documented === undefined)
    return { kind: 'unmatched', reason: `no spec documents ${plan.operation} any more` };
  const { spec, operation } = documented;
  const { reading, superseded, ...slot } = plan;
  const alternatives = alternativesOf({ operation, intent: plan.intent }, plan.request, spec.ambiguities);
  const alternative = alternatives.find(
    (one) => one.ambiguity === reading?.ambiguity && one.reading === reading.reading,
  );
  return {
    ...{ kind: 'assigned', spec, operation, alternative, superseded, untold: undefined, isOwn: true },
    planned: { ...slot, kind: 'planned', effects: operation.effects, risk: null, alternatives, masks: [] },
    exchange: { ...seen, id: plan.id, operation: plan.operation },
    interactions: plannedInteractions(suite, operation, plan.origin),
  };
}

/** The one that asked for it, if its contract still has it. */
function plannedInteractions(
  { contracts }: Suite,
  operation: Operation,
  origin: ObservedPlan['origin'],
): readonly HttpInteraction[] {
  if (origin.kind !== 'contract') return [];
  return interactionsOf(contracts)(operation).filter(
    ({ consumer, id }) => consumer === origin.consumer && id === origin.interaction,
  );
}
