import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { CaseDraft } from '../judges/draft-case.ts';
import type { Subject } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';
import type { Masker } from '../privacy/masker.ts';
import { type Bench, closeJudgement, judgeExchange, judgeWithoutContract } from '../run/judge-exchange.ts';
import type { Judged } from '../run/run-suite.ts';
import { answerOnly } from './answer-only.ts';
import type { AssignedExchange } from './assigned-exchange.ts';
import type { CountedCase } from './counted-case.ts';
import type { ObservationGround } from './observation-ground.ts';
import { judgedOf, silentJudgement, untoldFailure } from './silent-judgement.ts';

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

/** What is judged here is masked, or is kept nowhere. */
const AS_IT_STANDS: Pick<Masker, 'exchange' | 'values'> = {
  exchange: (exchange) => exchange,
  values: (values) => values,
};
