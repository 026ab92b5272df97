import { statusOf } from '../judges/applicability.ts';
import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import { createSubject } from '../judges/create-subject.ts';
import type { CaseDraft } from '../judges/draft-case.ts';
import { type FoundSign, failureSignsIn } from '../judges/failure-signs.ts';
import type { Check, Subject } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import type { Case } from '../model/finding.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { ObservedExchange } from '../model/observed.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';
import type { PlannedExchange } from '../model/plan.ts';
import { sameFact } from '../model/relation-holds.ts';
import type { Suite } from '../model/suite.ts';
import { hideCredentials } from '../privacy/hide-credentials.ts';
import type { Masker } from '../privacy/masker.ts';
import {
  type Bench,
  closeJudgement,
  type Judgement,
  judgeExchange,
  judgeWithoutContract,
} from '../run/judge-exchange.ts';
import type { Judged } from '../run/run-suite.ts';
import { answerOnly } from './answer-only.ts';
import { assignObserved } from './assign-observed.ts';
import { type AssignedExchange, heldAgainst, heldForAnother } from './assigned-exchange.ts';
import type { CountedCase } from './case-kinds.ts';
import { UNTOLD_REFUSAL } from './infer-intent.ts';
import type { BaseUrls } from './match-operation.ts';

/** What observed exchanges are judged by. */
export interface ObservationGround {
  readonly suite: Suite;
  readonly checks: readonly Check[];
  /** Without one nothing is held against a contract. */
  readonly matcher: PactMatcher | undefined;
  /** Keeps secrets and people out of all that is kept and shown. */
  readonly masker: Masker;
  /** By vendor the only address below which its operations are looked for. */
  readonly baseUrls?: BaseUrls;
}

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

/** In the only form in which it may be kept; what a run of ours has written down has that form already. */
export function maskAssigned(assigned: AssignedExchange, masker: Masker): AssignedExchange {
  if (assigned.isOwn) return assigned;
  const { operation, planned, exchange, alternative } = assigned;
  const { request, masks } = hideCredentials(exchange.request, operation);
  masker.learn(masks);
  const shown = (one: typeof planned.request) => masker.request(hidden(one, operation), operation.id);
  return {
    ...assigned,
    exchange: masker.exchange({ ...exchange, request }),
    planned: {
      ...planned,
      title: masker.text(planned.title),
      request: shown(planned.request),
      stateValues: masker.values(planned.stateValues),
    },
    alternative: alternative && {
      ...alternative,
      request: shown(alternative.request),
      meant: shown(alternative.meant),
    },
  };
}

function hidden(
  { body, ...request }: AssignedExchange['planned']['request'],
  operation: AssignedExchange['operation'],
): AssignedExchange['planned']['request'] {
  return { ...hideCredentials({ ...request, body: undefined }, operation).request, body };
}

/** `matcher` undefined leaves contracts out of this one. */
export async function judgeAssigned(
  assigned: AssignedExchange,
  ground: Pick<ObservationGround, 'suite' | 'checks'>,
  matcher: PactMatcher | undefined,
): Promise<Judged> {
  const { planned, exchange, untold, isOwn } = assigned;
  if (untold !== undefined) return silentJudgement(assigned, untold);
  const told = isOwn || matcher === undefined ? matcher : answerOnly(matcher);
  const judgement = await judgeExchange(planned, exchange, { ...benchOf(assigned, ground), matcher: told });
  const failed = isOwn ? undefined : untoldFailure(judgement.subject, judgement.cases);
  return failed === undefined ? judgedOf(assigned, planned, judgement) : silentJudgement(assigned, failed);
}

/** The same with contracts left out, at once, and no further than what is counted of it. */
export function judgeForCount(
  assigned: AssignedExchange,
  ground: Pick<ObservationGround, 'suite' | 'checks'>,
): { readonly subject: Subject; readonly cases: readonly CountedCase[] } {
  const { planned, exchange, untold, isOwn } = assigned;
  if (untold !== undefined) return silentJudgement(assigned, untold).judgement;
  const bench = benchOf(assigned, ground);
  const open = judgeWithoutContract(planned, exchange, bench);
  const failed = isOwn ? undefined : untoldFailure(open.subject, open.drafts);
  if (failed !== undefined) return silentJudgement(assigned, failed).judgement;
  // Without findings there is nobody to blame, and that is most of any recording.
  return open.drafts.every(isWithoutFindings)
    ? { subject: open.subject, cases: open.drafts }
    : closeJudgement(planned, exchange, open, bench);
}

function isWithoutFindings(draft: CaseDraft): draft is CaseDraft & { readonly findings: readonly [] } {
  return draft.findings.length === 0;
}

function benchOf(
  { spec, operation, alternative }: AssignedExchange,
  { suite, checks }: Pick<ObservationGround, 'suite' | 'checks'>,
): Omit<Bench, 'matcher'> {
  const contracts = contractsOf(suite.contracts)(operation);
  return { alternative, spec, operation, contracts, checks, masker: AS_IT_STANDS };
}

const contractsOf = oncePer((contracts: readonly Contract[]) =>
  oncePer(({ id }: Operation) => contracts.filter(({ operation }) => operation === id)),
);

/**
 * A request that is as documented may fail for reasons that nobody sees; a status of success is no promise then. Who gives
 * all that belongs to a success has not refused, whatever stands beside it.
 */
function untoldFailure(
  subject: Subject,
  cases: readonly Pick<CaseDraft, 'check' | 'outcome'>[],
): string | undefined {
  const status = statusOf(subject);
  const isTold = subject.intent.kind === 'refused' || status === 0 || status >= 400;
  if (isTold || !failureSignsIn(subject).some(isFailure)) return undefined;
  const isWhole = cases.some(({ check, outcome }) => check === RESPONSE_SCHEMA && outcome === 'passed');
  return isWhole ? undefined : `${UNTOLD_REFUSAL}, in the body of a ${status}`;
}

const RESPONSE_SCHEMA = 'response-body-schema';

/** A code of success that is told as a text is one all the same. */
function isFailure({ sign: { sign }, found }: FoundSign): boolean {
  return sign.kind !== 'differs' || !sameFact(found, sign.value);
}

function silentJudgement(assigned: AssignedExchange, reason: string): Judged {
  const { operation, exchange, alternative } = assigned;
  // Whatever a contract describes of it, the contract was not put to the test.
  const planned = { ...assigned.planned, origin: { kind: 'observed' } as const };
  const subject = createSubject(operation, planned.intent, exchange, alternative?.pathTemplate);
  return judgedOf(assigned, planned, { subject, cases: [silentCase(planned, reason)] });
}

function judgedOf(
  { exchange, alternative, superseded }: AssignedExchange,
  planned: PlannedExchange,
  judgement: Judgement,
): Judged {
  const reading = alternative && { ambiguity: alternative.ambiguity, reading: alternative.reading };
  return { planned, exchange, reading, superseded, judgement };
}

/** What is judged here is masked, or is kept nowhere. */
const AS_IT_STANDS: Pick<Masker, 'exchange' | 'values'> = {
  exchange: (exchange) => exchange,
  values: (values) => values,
};

function silentCase({ id, title }: PlannedExchange, reason: string): Case {
  return {
    ...{ id: `${id}/exchange`, exchange: id, title, reason },
    ...{ judge: 'checks', check: 'exchange', level: 'must', outcome: 'not-run', blame: null, findings: [] },
  };
}
