import type { Case, Finding } from '../model/finding.ts';
import type { OperationId } from '../model/operation.ts';
import type { ConsumerImpact, ReliedOnAnswer, ReliedOnStanding } from '../model/report.ts';
import { breaksConsumer, isOfContract } from './breaking.ts';
import { countNoun } from './count-noun.ts';
import { doubtIn } from './doubt.ts';
import { namePlaces } from './name-places.ts';

/** A consumer with a contract for an operation, and the exchanges its contract describes. */
export interface Relying {
  readonly consumer: string;
  readonly exchanges: ReadonlySet<string>;
}

/**
 * Does it do what we rely on? By the first rule that fits: a contract, or a field a contract reads, is broken; a
 * contract's case, or the exchange it is about, is not known; a contract's case passed. What is left, no contract
 * has anything to say of.
 */
export function foldReliedOn(
  operation: OperationId,
  cases: readonly Case[],
  needed: ReadonlySet<string>,
  relying: readonly Relying[],
): ReliedOnAnswer {
  const consumers = relying.map((one) => impactOn(one, operation, cases));
  const breaking = cases.flatMap(({ findings }) => findings).filter(breaksConsumer);
  if (breaking.length > 0)
    return {
      standing: 'broken',
      because: `${namePlaces(breaking)} breaks ${brokenConsumers(consumers)}`,
      consumers,
    };
  const ofContract = cases.filter(isRelevant);
  const doubt = doubtIn(ofContract, needed);
  if (doubt !== undefined) return { standing: 'unproven', because: doubt, consumers };
  const kept = ofContract.filter(({ outcome }) => outcome === 'passed');
  return kept.length === 0
    ? { standing: 'none', because: 'no contract has anything to say of it', consumers }
    : { standing: 'kept', because: `${countNoun(kept, 'case')} of what is relied on passed`, consumers };
}

function impactOn(
  { consumer, exchanges }: Relying,
  operation: OperationId,
  cases: readonly Case[],
): ConsumerImpact {
  const reads = (finding: Finding) => whyOf(finding, consumer).length > 0;
  const brokenBy = cases.flatMap(({ exchange, findings }) =>
    findings
      .filter(breaksConsumer)
      .filter((finding) => (isOfContract(finding) ? exchanges.has(exchange) : reads(finding)))
      .map((finding) => ({
        operation,
        fingerprint: finding.fingerprint,
        pointer: finding.pointer,
        why: whyOf(finding, consumer),
      })),
  );
  const once = [...new Map(brokenBy.map((one) => [one.fingerprint, one])).values()];
  const described = cases.filter((one) => isRelevant(one) && exchanges.has(one.exchange));
  const isOpen =
    doubtIn(described, exchanges) !== undefined || !described.some(({ outcome }) => outcome === 'passed');
  return { consumer, standing: once.length > 0 ? 'broken' : isOpen ? 'unproven' : 'kept', brokenBy: once };
}

/** What the contract's judge saw, or that there was nothing for it to see. */
function isRelevant({ judge, check }: Case): boolean {
  return judge === 'contract' || check === 'exchange';
}

/** Of `consumer: why`, the whys of one consumer. */
function whyOf({ reliedOnBy }: Finding, consumer: string): readonly string[] {
  const prefix = `${consumer}: `;
  return reliedOnBy.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
}

function brokenConsumers(consumers: readonly ConsumerImpact[]): string {
  const broken = consumers.filter(({ standing }) => standing === 'broken').map(({ consumer }) => consumer);
  return broken.length === 0 ? 'what is relied on' : broken.join(', ');
}

const WORST_FIRST = ['broken', 'unproven', 'kept', 'none'] as const satisfies readonly ReliedOnStanding[];

/** The worst of several; nobody relies on nothing. */
export function worstStanding(standings: readonly ReliedOnStanding[]): ReliedOnStanding {
  return WORST_FIRST.find((standing) => standings.includes(standing)) ?? 'none';
}
