import { diagnoseElsewhere, diagnoseMoment } from '../diagnosis/diagnose-answer.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Intent, VariantPoint } from '../model/interaction.ts';
import type { Operation, RefusalCause } from '../model/operation.ts';

/** Answers that speak of our account or of the moment, never of the operation (RFC 9110 and RFC 6585). */
const OBSTACLES: Readonly<Record<number, string>> = {
  401: 'the target did not accept the credentials (401)',
  403: 'the credentials lack a permission (403)',
  407: 'a proxy wants credentials (407)',
};
const WRONG_ROUTE: Readonly<Record<number, string>> = {
  404: 'the target knows no such route (404)',
  405: 'the target does not take this method there (405)',
};

/** Who is refused for what they are may be forbidden; what lies in the request or in the thing asked about is not. */
const SPEAKS_OF_CALLER: ReadonlySet<RefusalCause> = new Set([
  'no-credentials',
  'wrong-credentials',
  'no-permission',
]);

/**
 * Why an answer cannot count as an answer to what was provoked; undefined when it can. A refusal is only a
 * refusal of the thing provoked if nothing else was refused first.
 */
export function obstacleTo(operation: Operation, intent: Intent, exchange: Exchange): string | undefined {
  if (exchange.result.kind === 'failure') return undefined;
  const { response } = exchange.result;
  const { status } = response;
  // Whatever was provoked: somebody else has answered, or has sent us elsewhere.
  const elsewhere = diagnoseElsewhere(response);
  if (elsewhere !== undefined) return `${elsewhere.says} (${status})`;
  const obstacle = diagnoseMoment(response)?.says ?? OBSTACLES[status];
  if (intent.kind === 'accepted') return obstacle ?? otherReading(intent.variant, status);
  const documented = operation.responses.filter(({ refuses }) => refuses.includes(intent.cause));
  if (documented.some((response) => response.status === status)) return undefined;
  if (status === 401 && intent.cause.endsWith('-credentials')) return undefined;
  if (status === 403 && SPEAKS_OF_CALLER.has(intent.cause)) return undefined;
  // Where a refusal is documented, another one in its place is a deviation.
  return obstacle ?? (documented.length === 0 ? WRONG_ROUTE[status] : undefined);
}

/** Who reads the document so that the variant is none is free to refuse it. */
function otherReading(variant: VariantPoint | undefined, status: number): string | undefined {
  if (variant?.disputed === undefined || status < 400 || status >= 500) return undefined;
  return `the target may follow another reading of ${variant.disputed}, which does not have this input (${status})`;
}
