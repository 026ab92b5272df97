import type { Subject } from '../model/check.ts';
import type { Blame, RawFinding } from '../model/finding.ts';
import { NETWORK_CODES } from './network-codes.ts';

export interface BlameContext {
  readonly check: string;
  readonly subject: Subject;
  /** Another judge found the answer at fault at or around the same place. */
  readonly isConfirmed: boolean;
}

/**
 * Who is at fault, by the first rule that fits:
 * our own request is not as documented → suite; the target was not reached → setup; the connection broke in the
 * middle → undetermined; nobody documents what was expected → document, or undetermined when our contract expects
 * it all the same; else → vendor.
 */
export function assignBlame(finding: RawFinding, { check, subject, isConfirmed }: BlameContext): Blame {
  if (finding.pointer.startsWith('request.')) return 'suite';
  const { result } = subject.exchange;
  if (result.kind === 'failure') {
    const isSetup = result.failure.phase === 'connect' || NETWORK_CODES.has(result.failure.code);
    return isSetup ? 'setup' : 'undetermined';
  }
  if (finding.source.strength !== 'inferred') return 'vendor';
  const { status } = result.response;
  if (isFailure(status)) return status < 500 && isUnsaid(subject) ? 'document' : 'vendor';
  if (!check.startsWith('contract')) return 'document';
  return isConfirmed ? 'vendor' : 'undetermined';
}

/** Was something refused that no document says may be sent? */
function isUnsaid({ intent }: Subject): boolean {
  return intent.kind === 'accepted' && intent.variant?.source.strength === 'inferred';
}

/** A server that fails or refuses what it should take is at fault whatever is documented. */
function isFailure(status: number): boolean {
  return status >= 400;
}
