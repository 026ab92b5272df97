// What the document, the mock, the plan and the server say of the same thing, and where they differ.

import type { Operation } from '../../src/model/operation.ts';
import { isInputCause } from '../../src/model/operation.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { levelOf } from '../../src/model/source.ts';

export interface Opinions {
  readonly document: 'fits' | 'does not fit';
  /** `accepts`, or the text of the refusal. */
  readonly server: string;
  /** The same; of a request only. */
  readonly mock?: string;
  /** What the plan means to happen, and how strongly the document is behind it; only of what it sends. */
  readonly plan?: string;
}

export interface Observed {
  readonly where: string;
  readonly says: Opinions;
}

export const ACCEPTS = 'accepts';
const LEFT_OPEN = 'left open';

/** Whether anyone differs from the server: in what becomes of it, or in the words of a refusal. */
export function isDifference({ says: { document, mock, server, plan } }: Observed): boolean {
  const isAccepted = server === ACCEPTS;
  const isMeant =
    plan === undefined || plan.startsWith(LEFT_OPEN) || plan.startsWith('accepted') === isAccepted;
  return (mock !== undefined && mock !== server) || (document === 'fits') !== isAccepted || !isMeant;
}

/** What the plan means to happen to a body; undefined where the body is not what it is about. */
export function meantFor({ intent }: PlannedExchange, operation: Operation): string | undefined {
  if (intent.kind === 'accepted') {
    if (intent.variant?.disputed !== undefined) return `${LEFT_OPEN} (${intent.variant.disputed})`;
    return `accepted (${intent.variant === undefined ? 'must' : levelOf(intent.variant.source.strength)})`;
  }
  if (!isInputCause(intent.cause)) return undefined;
  const documented = operation.responses.find(({ refuses }) => refuses.includes(intent.cause));
  return `refused (${documented === undefined ? 'may' : levelOf(documented.source.strength)})`;
}
