import type { Subject } from '../model/check.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import { exchangeDigest } from '../verdict/exchange-digest.ts';
import { type AssignedExchange, heldAgainst } from './assigned-exchange.ts';
import type { CountedCase } from './counted-case.ts';
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
  const { planned, interactions, isOwn } = assigned;
  if (isOwn) return judgeOwn(own, assigned, ground, isOfPlan);
  const { cases, subject } = judgeForCount(assigned, ground);
  const showsNew = own.fields.count(subject, own.exchanges);
  return foldInto(own, { id: planned.id, interactions, cases, showsNew, whole: () => assigned }, ground);
}

/** An exchange of which it is known what it comes to, as it came and without contracts. */
export interface JudgedForCount {
  /** Of the exchange. */
  readonly id: string;
  readonly interactions: readonly HttpInteraction[];
  readonly cases: readonly CountedCase[];
  /** Do its fields show anything for the first time? */
  readonly showsNew: boolean;
  readonly whole: () => AssignedExchange | Promise<AssignedExchange>;
}

/**
 * Masking takes longer than judging, and what is not kept need not be masked: so an exchange is judged as it came, and
 * once more in the form in which it may be kept where it shows something new, or is held against a contract.
 */
export function foldInto(
  own: OperationObservation,
  { id, interactions, cases, showsNew, whole }: JudgedForCount,
  ground: ObservationGround,
): Promise<void> | undefined {
  const isHeld = (one: HttpInteraction): boolean =>
    ground.matcher !== undefined && own.sample.hasRoomFor(one);
  const chosen = own.sample.choose(interactions);
  const isNew = own.keepsForFields(showsNew);
  const [first] = chosen;
  if (first !== undefined && isHeld(first))
    return judgeHeld(own, whole, ground, { chosen, isSampled: true, isKeptAnyway: () => isNew });
  const isKept = own.kinds.count(id, cases, isNew);
  return isKept || chosen.some(isHeld) ? keepSeen(own, whole, ground, chosen, isKept) : undefined;
}

function judgeOwn(
  own: OperationObservation,
  assigned: AssignedExchange,
  ground: ObservationGround,
  isOfPlan: boolean,
): Promise<void> {
  const chosen = own.sample.choose(assigned.interactions);
  const [first] = chosen;
  const isSampled = first !== undefined && ground.matcher !== undefined && own.sample.hasRoomFor(first);
  const isKeptAnyway = (subject: Subject): boolean =>
    own.keepsForFields(own.fields.count(subject, own.exchanges)) || isOfPlan;
  return judgeHeld(own, () => assigned, ground, { chosen, isSampled, isKeptAnyway });
}

interface Held {
  readonly chosen: readonly HttpInteraction[];
  readonly isSampled: boolean;
  /** To be asked once. */
  readonly isKeptAnyway: (subject: Subject) => boolean;
}

async function judgeHeld(
  own: OperationObservation,
  whole: JudgedForCount['whole'],
  ground: ObservationGround,
  { chosen, isSampled, isKeptAnyway }: Held,
): Promise<void> {
  const assigned = await whole();
  const [first] = chosen;
  const held = first === undefined ? assigned : heldAgainst(assigned, first);
  const matcher = isSampled ? ground.matcher : undefined;
  const judged = await judgeAssigned(maskAssigned(held, ground.masker), ground, matcher);
  const { cases, subject } = judged.judgement;
  const isKept = own.kinds.count(held.planned.id, cases, isKeptAnyway(subject));
  if (isKept) own.kept.push({ ...judged, digest: exchangeDigest(held.exchange) });
  await judgeFurther(own, assigned, ground, chosen, { isFirstHeld: isSampled || isKept, isKept });
}

async function keepSeen(
  own: OperationObservation,
  whole: JudgedForCount['whole'],
  ground: ObservationGround,
  chosen: readonly HttpInteraction[],
  isKept: boolean,
): Promise<void> {
  const assigned = await whole();
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
