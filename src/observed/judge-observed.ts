import type { HttpInteraction } from '../model/interaction.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { Judged } from '../run/run-suite.ts';
import { assignObserved } from './assign-observed.ts';
import { type AssignedExchange, heldAgainst, heldForAnother } from './assigned-exchange.ts';
import { judgeAssigned } from './judge-assigned.ts';
import { maskAssigned } from './mask-assigned.ts';
import type { ObservationGround } from './observation-ground.ts';

export type ObservedJudgement =
  /** The first has all there is to say, the others what further consumers get. */
  | { readonly kind: 'judged'; readonly judged: readonly [Judged, ...Judged[]] }
  | { readonly kind: 'unmatched'; readonly reason: string };

/** Judges one exchange that nobody planned, or that a run of ours planned once. */
export async function judgeObserved(
  ground: ObservationGround,
  observed: ObservedExchange,
  slug = 'observed',
): Promise<ObservedJudgement> {
  const assigned = assignObserved(ground, observed, slug);
  if (assigned.kind === 'unmatched') return assigned;
  const [interaction, ...others] = firstOfEach(assigned.interactions);
  const held = interaction === undefined ? assigned : heldAgainst(assigned, interaction);
  const judged = await judgeAssigned(maskAssigned(held, ground.masker), ground, ground.matcher);
  const further = await Promise.all(
    (ground.matcher === undefined ? [] : others).map((one) => judgeForAnother(assigned, one, ground)),
  );
  return { kind: 'judged', judged: [judged, ...further] };
}

/** What no consumer changes is judged with the first one. */
export async function judgeForAnother(
  assigned: AssignedExchange,
  interaction: HttpInteraction,
  ground: ObservationGround,
): Promise<Judged> {
  const masked = maskAssigned(heldForAnother(assigned, interaction), ground.masker);
  const { judgement, ...judged } = await judgeAssigned(masked, ground, ground.matcher);
  const cases = judgement.cases.filter(({ judge }) => judge === 'contract');
  return { ...judged, judgement: { ...judgement, cases } };
}

function firstOfEach(interactions: readonly HttpInteraction[]): readonly HttpInteraction[] {
  return interactions.filter(
    ({ consumer }, at) => interactions.findIndex((one) => one.consumer === consumer) === at,
  );
}
