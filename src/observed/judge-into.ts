import type { HttpInteraction } from '../model/interaction.ts';
import { exchangeDigest } from '../verdict/exchange-digest.ts';
import { type AssignedExchange, heldAgainst } from './assigned-exchange.ts';
import { judgeAssigned, judgeForCount } from './judge-assigned.ts';
import { judgeForAnother } from './judge-observed.ts';
import { maskAssigned } from './mask-assigned.ts';
import type { ObservationGround } from './observation-ground.ts';
import type { OperationObservation } from './operation-observation.ts';

/**
 * Judges an exchange, for each consumer whose contract describes it, and keeps what shows something new. Undefined where
 * nothing has to be waited for: of a long recording most is neither kept nor held against a contract.
 */
export function judgeInto(
  own: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  isOfPlan: boolean,
): Promise<void> | undefined {
  const { matcher } = ground;
  const chosen = own.sample.choose(assigned.interactions);
  const [first] = chosen;
  const isSampled = first !== undefined && matcher !== undefined && own.sample.hasRoomFor(first);
  if (assigned.isOwn || isSampled) return judgeHeld(own, assigned, ground, { chosen, isSampled, isOfPlan });
  const isKept = showsNew(own, assigned, ground);
  const isHeld = matcher !== undefined && chosen.some((one) => own.sample.hasRoomFor(one));
  return isKept || isHeld ? keepSeen(own, assigned, ground, chosen, isKept) : undefined;
}

interface Held {
  readonly chosen: readonly HttpInteraction[];
  readonly isSampled: boolean;
  readonly isOfPlan: boolean;
}

async function judgeHeld(
  own: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  { chosen, isSampled, isOfPlan }: Held,
): Promise<void> {
  const [first] = chosen;
  const held = first === undefined ? assigned : heldAgainst(assigned, first);
  const matcher = isSampled ? ground.matcher : undefined;
  const judged = await judgeAssigned(maskAssigned(held, ground.masker), ground, matcher);
  const { cases, subject } = judged.judgement;
  const isNew = own.countFields(subject);
  const isKept = own.kinds.count(held.planned.id, cases, isNew || isOfPlan);
  if (isKept) own.kept.push({ ...judged, digest: exchangeDigest(held.exchange) });
  await judgeFurther(own, assigned, ground, chosen, { isFirstHeld: isSampled || isKept, isKept });
}

/**
 * Masking takes longer than judging, and what is not kept need not be masked: so an exchange is judged as it came, and
 * once more in the form in which it may be kept where it shows something new.
 */
function showsNew(own: OperationObservation, assigned: AssignedExchange, ground: ObservationGround): boolean {
  const { cases, subject } = judgeForCount(assigned, ground);
  const isNew = own.countFields(subject);
  return own.kinds.count(assigned.planned.id, cases, isNew);
}

async function keepSeen(
  own: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  chosen: readonly HttpInteraction[],
  isKept: boolean,
): Promise<void> {
  const [first] = chosen;
  if (isKept) {
    const held = first === undefined ? assigned : heldAgainst(assigned, first);
    const judged = await judgeAssigned(maskAssigned(held, ground.masker), ground, ground.matcher);
    // The others were counted already, by what they said of the exchange as it came.
    const ofContract = judged.judgement.cases.filter(({ judge }) => judge === 'contract');
    own.kinds.count(held.planned.id, ofContract, true);
    // Pseudonyms differ from one judging to the next: the digest is of what came.
    own.kept.push({ ...judged, digest: exchangeDigest(assigned.exchange) });
  }
  await judgeFurther(own, assigned, ground, chosen, { isFirstHeld: isKept, isKept });
}

/** For the other consumers, and counts what was held against a contract. */
async function judgeFurther(
  { sample, kinds, kept }: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  [first, ...others]: readonly HttpInteraction[],
  { isFirstHeld, isKept }: { readonly isFirstHeld: boolean; readonly isKept: boolean },
): Promise<void> {
  if (first === undefined || ground.matcher === undefined) return;
  if (isFirstHeld) sample.count(first);
  const further = others.filter((one) => isKept || sample.hasRoomFor(one));
  for (const interaction of further) {
    sample.count(interaction);
    const judged = await judgeForAnother(assigned, interaction, ground);
    if (kinds.count(judged.planned.id, judged.judgement.cases, false))
      kept.push({ ...judged, digest: exchangeDigest(assigned.exchange) });
  }
  if (isFirstHeld || further.length > 0) sample.countExchange();
}
