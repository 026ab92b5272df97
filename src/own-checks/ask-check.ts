import { ruleSubject } from '../judges/contract/contract-cases.ts';
import { deepFreeze } from '../load/deep-freeze.ts';
import type { Subject } from '../model/check.ts';
import type { RuleDifference, RuleResult } from '../model/contract.ts';
import type { Pair } from '../model/exchange.ts';
import type { CheckedExchange, OwnCheck } from '../model/own-check.ts';

/**
 * What a check of somebody's own says of an exchange. Throws where it throws, or answers with something else; whoever
 * reads of it has to see that it was not the tool that failed.
 */
export function askCheck(own: OwnCheck, from: string, subject: Subject): RuleResult {
  const exchange = checkedExchange(subject);
  try {
    return assertResult(own.broken(exchange));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Error(`${from}, a check of your own: ${problem}`, { cause: error });
  }
}

/** Frozen, since what one check changed the next one would see. */
function checkedExchange(subject: Subject): CheckedExchange {
  const { operation, exchange } = subject;
  const { id, vendor, title, method, path } = operation;
  const rule = ruleSubject(subject);
  const answered = exchange.result.kind === 'response' ? exchange.result.response.headers : [];
  return deepFreeze({
    operation: { id, vendor, title, method, path },
    request: { ...rule.request, method: exchange.request.method, headers: named(exchange.request.headers) },
    response: { ...rule.response, headers: named(answered) },
    notifications: rule.notifications,
  });
}

/** Several headers of one name are one list (RFC 9110, section 5.3). */
function named(headers: readonly Pair[]): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const earlier = values.get(key);
    values.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return Object.fromEntries(values);
}

/** Whatever its types said: it is code that nobody of us has seen. */
function assertResult(result: unknown): RuleResult {
  if (result instanceof Promise) {
    // What it comes to is nobody's concern any more.
    result.catch(() => {});
    throw new Error('broken() gave a promise, and has to answer at once');
  }
  if (isSilence(result)) return { silent: result.silent };
  if (Array.isArray(result)) return result.map(assertDifference);
  throw new Error('broken() gave neither a list of differences nor { silent: why }');
}

function isSilence(result: unknown): result is { readonly silent: string } {
  return (
    typeof result === 'object' &&
    result !== null &&
    'silent' in result &&
    typeof result.silent === 'string' &&
    result.silent !== ''
  );
}

/** Of the answer and what followed: the request is nothing that a vendor could be blamed for. */
const PLACE =
  /^(?:response\.status|response\.header\.[^#\s]+|response\.body#(?:\/.*)?|notifications(?:\.[A-Za-z0-9]+(?:#(?:\/.*)?)?)?)$/s;

function assertDifference(given: unknown): RuleDifference {
  if (typeof given !== 'object' || given === null)
    throw new Error('broken() gave a difference that is no object');
  const { pointer, expected, actual }: Readonly<Record<string, unknown>> = { ...given };
  if (typeof pointer !== 'string' || !PLACE.test(pointer))
    throw new Error(
      `broken() gave a difference at ${JSON.stringify(pointer)}, which is no place such as response.body#/id`,
    );
  if (typeof expected !== 'string' || typeof actual !== 'string')
    throw new Error(`broken() gave a difference at ${pointer} without expected and actual as texts`);
  return { pointer, expected, actual };
}
