import { statusOf } from '../judges/applicability.ts';
import { tellsOtherOutcome } from '../judges/awaited-notifications.ts';
import { troubleOf } from '../judges/setup-trouble.ts';
import { constraintOf } from '../judges/spec-contradictions.ts';
import type { Subject } from '../model/check.ts';
import type { Blame, RawFinding } from '../model/finding.ts';

/** What is known besides the finding itself. */
export interface BlameContext {
  readonly check: string;
  readonly subject: Subject;
  /** The request is meant to be accepted and is not as documented. */
  readonly isRequestBroken: boolean;
  /** Constraints of the spec that the document's own examples break, as `constraintOf` names them. */
  readonly contradicted: ReadonlySet<string>;
  /** Of a contract's finding: whom the other judges blame at or around the same place. */
  readonly blamedNearby: readonly Blame[];
}

export interface Blamed {
  readonly blame: Blame;
  /** What to do next, one sentence. */
  readonly next: string;
}

const NEXT = {
  vendor:
    'Report it to the vendor with the cited lines and the exchange; guard the field in your integration until it is mended.',
  document: 'Nobody documents this: ask the vendor to, and do not build on it.',
  request: 'Correct the spec or the contract: the request we send is not the documented one.',
  spec: 'Correct the spec: the example in the document does not hold to what the spec makes of it.',
  state:
    'Look whether what the request takes for granted held at that moment, such as somebody who is there to answer; if it did, report it to the vendor.',
  contractOnly:
    'Look at the exchange: only our contract expects this, and the documents do not say who is right.',
} as const;

const BY_VENDOR: Blamed = { blame: 'vendor', next: NEXT.vendor };
const BY_DOCUMENT: Blamed = { blame: 'document', next: NEXT.document };
const BY_REQUEST: Blamed = { blame: 'suite', next: NEXT.request };
const BY_STATE: Blamed = { blame: 'setup', next: NEXT.state };
const BY_SPEC: Blamed = { blame: 'suite', next: NEXT.spec };

/** Who is at fault, by the first rule of docs/verdicts.md that fits. */
export function assignBlame(finding: RawFinding, context: BlameContext): Blamed {
  if (finding.pointer.startsWith('request.')) return BY_REQUEST;
  const { subject } = context;
  const trouble = troubleOf(subject);
  if (trouble !== undefined) return { blame: trouble.blame, next: trouble.next };
  const status = statusOf(subject);
  if (context.isRequestBroken && isRefusal(status)) return BY_REQUEST;
  if (context.contradicted.has(constraintOf(finding))) return BY_SPEC;
  if (isBreakdown(subject, status)) return BY_VENDOR;
  if (isOfOutcome(finding) && tellsOtherOutcome(subject)) return BY_STATE;
  return context.check.startsWith('contract') ? byOthers(context) : byLevel(finding);
}

/** A server that fails, or refuses what a document says it takes, is at fault whatever else is documented. */
function isBreakdown({ intent }: Subject, status: number): boolean {
  if (status >= 500) return true;
  if (intent.kind !== 'accepted' || !isRefusal(status)) return false;
  return intent.variant?.source.strength !== 'inferred';
}

/** About whether a notification came, not about what stands in it. */
function isOfOutcome({ pointer }: RawFinding): boolean {
  return /^notifications\.\w+$/.test(pointer);
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}

/** A contract has no word on who is at fault: it goes by what the other judges found there, if they found anything. */
function byOthers({ blamedNearby }: BlameContext): Blamed {
  if (blamedNearby.includes('vendor')) return BY_VENDOR;
  if (blamedNearby.includes('suite')) return BY_SPEC;
  if (blamedNearby.includes('document')) return BY_DOCUMENT;
  return { blame: 'undetermined', next: NEXT.contractOnly };
}

/** What binds nobody is said by nobody. */
function byLevel({ level }: RawFinding): Blamed {
  return level === 'may' ? BY_DOCUMENT : BY_VENDOR;
}
