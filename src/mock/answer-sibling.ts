// Calls of a vendor beside the documented ones: what its own API offers for preparing and clearing a tenant.
import { pathParameters } from '../model/runtime-expression.ts';
import { type Answer, draftAnswer } from './answer.ts';
import { checkCredentials } from './credential-check.ts';
import type { MockRequest } from './mock-request.ts';
import type { Sibling, VendorInstance } from './mock-vendor.ts';
import type { Route } from './router.ts';

/** The sibling that a request addresses. */
export function findSibling(
  siblings: readonly Sibling[],
  request: MockRequest,
  path: string,
): Sibling | undefined {
  return siblings.find(
    (sibling) =>
      sibling.method === request.method.toUpperCase() &&
      pathParameters(sibling.path, path) !== undefined &&
      (sibling.takes?.(request) ?? true),
  );
}

/** `signedIn`: the request as one of a documented operation, whose credentials every call of the vendor takes. */
export function answerSibling(
  sibling: Sibling,
  request: MockRequest,
  path: string,
  vendor: VendorInstance,
  signedIn: Route,
): Answer {
  const check = sibling.open === true ? undefined : checkCredentials(signedIn, request, vendor);
  if (check !== undefined && check.kind !== 'known')
    return draftAnswer('refusal', 401, vendor.problemBody(check));
  const parameters = pathParameters(sibling.path, path) ?? {};
  const reply = sibling.answer({ request, parameters, caller: check?.caller });
  return reply.kind === 'problem'
    ? draftAnswer('problem', reply.status, reply.body)
    : draftAnswer('success', 200, reply.body);
}

export function queryOf({ query }: MockRequest, name: string): string | undefined {
  return query.find(([sent]) => sent === name)?.[1];
}
