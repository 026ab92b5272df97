// Are the documented credentials there, and does the vendor know them?
import type { MockRequest } from './mock-request.ts';
import type { VendorInstance } from './mock-vendor.ts';
import { parameterValue } from './request-value.ts';
import type { Route } from './router.ts';

export type CredentialCheck =
  | { readonly kind: 'known'; readonly caller: string }
  | { readonly kind: 'no-credentials' | 'wrong-credentials' };

export function checkCredentials(
  route: Route,
  request: MockRequest,
  vendor: Pick<VendorInstance, 'identify' | 'guest'>,
): CredentialCheck {
  const parameters = route.operation.parameters.filter(({ credential }) => credential);
  if (parameters.length === 0) return { kind: 'known', caller: vendor.guest() };
  const given: Record<string, string> = {};
  for (const parameter of parameters) {
    const value = parameterValue(parameter, route, request);
    if (value === undefined || value.trim() === '') return { kind: 'no-credentials' };
    given[parameter.name.toLowerCase()] = value;
  }
  const caller = vendor.identify(given);
  return caller === undefined ? { kind: 'wrong-credentials' } : { kind: 'known', caller };
}
