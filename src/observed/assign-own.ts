import type { HttpInteraction } from '../model/interaction.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { Suite } from '../model/suite.ts';
import { alternativesOf } from '../plan/alternative-requests.ts';
import type { Assignment } from './assigned-exchange.ts';

/** What a run of ours has seen is taken for what it was sent for. */
export function assignOwn(
  suite: Suite,
  { exchange: seen }: ObservedExchange,
  plan: ObservedPlan,
): Assignment {
  const spec = suite.specs.find(({ operations }) => operations.some(({ id }) => id === plan.operation));
  const operation = spec?.operations.find(({ id }) => id === plan.operation);
  if (spec === undefined || operation === undefined)
    return { kind: 'unmatched', reason: `no spec documents ${plan.operation} any more` };
  const { reading, superseded, ...slot } = plan;
  const alternatives = alternativesOf({ operation, intent: plan.intent }, plan.request, spec.ambiguities);
  const alternative = alternatives.find(
    (one) => one.ambiguity === reading?.ambiguity && one.reading === reading.reading,
  );
  return {
    ...{ kind: 'assigned', spec, operation, alternative, superseded, untold: undefined, isOwn: true },
    planned: { ...slot, kind: 'planned', effects: operation.effects, risk: null, alternatives, masks: [] },
    exchange: { ...seen, id: plan.id, operation: plan.operation },
    interactions: interactionsOf(suite, plan),
  };
}

/** The one that asked for it, if its contract still has it. */
function interactionsOf(
  { contracts }: Suite,
  { origin, operation }: ObservedPlan,
): readonly HttpInteraction[] {
  if (origin.kind !== 'contract') return [];
  return contracts
    .filter((contract) => contract.operation === operation && contract.consumer === origin.consumer)
    .flatMap(({ interactions }) => interactions)
    .filter(({ id }) => id === origin.interaction);
}
