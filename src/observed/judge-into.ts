import type { HttpInteraction } from '../model/interaction.ts';
import { exchangeDigest } from '../verdict/exchange-digest.ts';
import { type AssignedExchange, heldAgainst } from './assigned-exchange.ts';
import { judgeAssigned, judgeForAnother, maskAssigned, type ObservationGround } from './judge-observed.ts';
import type { OperationObservation } from './operation-observation.ts';

/** Judges an exchange, for each consumer whose contract describes it, and keeps what shows something new. */
export async function judgeInto(
  own: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  isOfPlan: boolean,
): Promise<void> {
  const { sample } = own;
  const [first, ...others] = sample.choose(assigned.interactions);
  const { matcher } = ground;
  const isSampled = first !== undefined && matcher !== undefined && sample.hasRoomFor(first);
  const held = () => (first === undefined ? assigned : heldAgainst(assigned, first));
  const isKept =
    assigned.isOwn || isSampled
      ? await judgeMasked(own, held(), isSampled ? ground : { ...ground, matcher: undefined }, isOfPlan)
      : await judgePlain(own, assigned, held, ground);
  if (first === undefined || matcher === undefined) return;
  if (isSampled || isKept) sample.count(first);
  const further = others.filter((one) => isKept || sample.hasRoomFor(one));
  for (const one of further) await judgeFurther(own, assigned, one, ground);
  if (isSampled || isKept || further.length > 0) sample.countExchange();
}

async function judgeMasked(
  own: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  isOfPlan: boolean,
): Promise<boolean> {
  const judged = await judgeAssigned(maskAssigned(assigned, ground.masker), ground, ground.matcher);
  const { cases, subject } = judged.judgement;
  const isNew = own.countFields(subject);
  if (!own.kinds.count(cases, isNew || isOfPlan)) return false;
  own.kept.push({ ...judged, digest: exchangeDigest(assigned.exchange) });
  return true;
}

/**
 * Masking takes longer than judging, and what is not kept need not be masked: so an exchange is judged as it came, and
 * once more in the form in which it may be kept where it shows something new.
 */
async function judgePlain(
  own: OperationObservation,
  assigned: AssignedExchange,
  held: () => AssignedExchange,
  ground: ObservationGround,
): Promise<boolean> {
  const plain = await judgeAssigned(assigned, ground, undefined);
  const isNew = own.countFields(plain.judgement.subject);
  if (!own.kinds.count(plain.judgement.cases, isNew)) return false;
  const judged = await judgeAssigned(maskAssigned(held(), ground.masker), ground, ground.matcher);
  // The others were counted already, by what they said of the exchange as it came.
  const ofContract = judged.judgement.cases.filter(({ judge }) => judge === 'contract');
  own.kinds.count(ofContract, true);
  // Pseudonyms differ from one judging to the next: the digest is of what came.
  own.kept.push({ ...judged, digest: exchangeDigest(assigned.exchange) });
  return true;
}

async function judgeFurther(
  own: OperationObservation,
  assigned: AssignedExchange,
  interaction: HttpInteraction,
  ground: ObservationGround,
): Promise<void> {
  own.sample.count(interaction);
  const judged = await judgeForAnother(assigned, interaction, ground);
  if (!own.kinds.count(judged.judgement.cases, false)) return;
  own.kept.push({ ...judged, digest: exchangeDigest(assigned.exchange) });
}
