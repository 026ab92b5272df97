import { firstOfKind } from '../judges/awaited-notifications.ts';
import { messageCase, responseCase, ruleCases } from '../judges/contract/contract-cases.ts';
import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Verification } from '../judges/contract/read-verification.ts';
import { createSubject } from '../judges/create-subject.ts';
import type { CaseDraft } from '../judges/draft-case.ts';
import { findSource } from '../judges/find-source.ts';
import { judgeByChecks } from '../judges/judge-by-checks.ts';
import { judgeBySchema } from '../judges/judge-by-schema.ts';
import { specContradictions } from '../judges/spec-contradictions.ts';
import type { Check, Subject } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Case } from '../model/finding.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Alternative, Mask, OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { Masker } from '../privacy/masker.ts';
import { closeCases } from '../verdict/close-cases.ts';

/** What the judges of one exchange go by. */
export interface Bench {
  /** The other reading of the documents that the request was sent after, if it was. */
  readonly alternative: Alternative | undefined;
  readonly spec: Spec;
  readonly operation: Operation;
  readonly contracts: readonly Contract[];
  readonly checks: readonly Check[];
  /** Without one nothing is held against a contract. */
  readonly matcher: PactMatcher | undefined;
  readonly masker: Pick<Masker, 'exchange' | 'values'>;
}

export interface Judgement {
  /** With the request in the words of the primary reading, which spec and contract are written in. */
  readonly subject: Subject;
  /** With the request as it was sent, where it was sent after another reading. */
  readonly asSent?: Subject;
  readonly cases: readonly Case[];
}

/** Puts one exchange before the three judges: schema, contract and checks. */
export async function judgeExchange(
  planned: PlannedExchange,
  exchange: Exchange,
  bench: Bench,
): Promise<Judgement> {
  const subject = subjectOf(planned, exchange, bench);
  const contract = await judgeByContract(planned, subject, bench);
  return closeJudgement(planned, exchange, { subject, drafts: draftsOf(subject, bench, contract) }, bench);
}

/** What the judges say that need not be waited for, before anybody is blamed for it. */
export interface OpenJudgement {
  readonly subject: Subject;
  readonly drafts: readonly CaseDraft[];
}

/** The same without the contract, and at once. */
export function judgeWithoutContract(
  planned: PlannedExchange,
  exchange: Exchange,
  bench: Omit<Bench, 'matcher'>,
): OpenJudgement {
  const subject = subjectOf(planned, exchange, bench);
  return { subject, drafts: draftsOf(subject, bench, []) };
}

function draftsOf(
  subject: Subject,
  { spec, checks }: Pick<Bench, 'spec' | 'checks'>,
  byContract: readonly CaseDraft[],
): readonly CaseDraft[] {
  return judgeBySchema(subject, spec).concat(byContract, judgeByChecks(subject, checks));
}

/** With blame, fingerprints, and who relies on what was found. */
export function closeJudgement(
  { id, intent }: PlannedExchange,
  exchange: Exchange,
  { subject, drafts }: OpenJudgement,
  { alternative, operation, spec, contracts }: Omit<Bench, 'matcher'>,
): Judgement {
  const cases = closeCases(id, subject, drafts, contracts, specContradictions(spec, subject));
  if (alternative === undefined) return { subject, cases };
  const asSent = createSubject(operation, intent, exchange, alternative.pathTemplate);
  return { subject, asSent, cases };
}

function subjectOf(
  { intent, masks }: PlannedExchange,
  exchange: Exchange,
  { operation, alternative, masker }: Omit<Bench, 'matcher'>,
): Subject {
  const meant =
    alternative === undefined ? exchange : withRequest(exchange, alternative.meant, masks, masker);
  return createSubject(operation, intent, meant);
}

/** The exchange as if this request had been answered, secrets replaced as in all that is judged. */
function withRequest(
  exchange: Exchange,
  { body, ...request }: OutgoingRequest,
  masks: readonly Mask[],
  { exchange: mask }: Bench['masker'],
): Exchange {
  const sent = { ...request, body: body === undefined ? undefined : { text: body } };
  return mask({ ...exchange, request: sent }, masks);
}

async function judgeByContract(
  planned: PlannedExchange,
  subject: Subject,
  bench: Bench,
): Promise<readonly CaseDraft[]> {
  const { matcher } = bench;
  const found = describedBy(planned, bench.contracts);
  if (found === undefined || matcher === undefined) return [];
  const { contract, interaction } = found;
  const held = { interaction, subject, find: (pointer: string) => findSource(bench.spec, subject, pointer) };
  const isAnswered = subject.exchange.result.kind === 'response';
  // Pact knows the contract's own request only: the answer to another reading of it is an answer to it.
  const replayed =
    bench.alternative === undefined
      ? subject.exchange
      : withRequest(subject.exchange, planned.request, planned.masks, bench.masker);
  const response = isAnswered
    ? await matcher.matchExchange(interaction, replayed, bench.masker.values(planned.stateValues))
    : UNANSWERED;
  const messages = await Promise.all(
    interaction.notifications.map(async (message) => {
      const data = firstOfKind(subject, message.notification);
      return messageCase(
        held,
        message,
        data === undefined ? 'not-received' : await matcher.matchMessage(interaction, message, data),
      );
    }),
  );
  const rules = interaction.intent.kind === 'accepted' ? ruleCases(contract, held) : [];
  return [responseCase(held, response), ...messages, ...rules];
}

const UNANSWERED: Verification = { kind: 'unverified', reason: 'no whole response came' };

function describedBy(
  { origin, operation }: PlannedExchange,
  contracts: readonly Contract[],
): { readonly contract: Contract; readonly interaction: HttpInteraction } | undefined {
  if (origin.kind !== 'contract') return undefined;
  const contract = contracts.find((one) => one.operation === operation && one.consumer === origin.consumer);
  const interaction = contract?.interactions.find(({ id }) => id === origin.interaction);
  return contract === undefined || interaction === undefined ? undefined : { contract, interaction };
}
