import type { Operation } from '../model/operation.ts';
import { pathParameters } from '../model/runtime-expression.ts';
import type { Spec } from '../model/spec.ts';
import type { RequestOfPact } from './pact-of-anyone.ts';

/** The documented operation that a request calls, by its method and path; undefined when no document has it. */
export function operationCalled(
  { operations }: Spec,
  { method, path }: Pick<RequestOfPact, 'method' | 'path'>,
): Operation | undefined {
  return operations.find(
    (operation) => operation.method === method && pathParameters(operation.path, path) !== undefined,
  );
}

/** The vendor a provider is: by the mapping that was given, or by its id or title in any case. */
export function vendorOfProvider(
  provider: string,
  specs: readonly Spec[],
  given: Readonly<Record<string, string>>,
): Spec | undefined {
  const named = Object.hasOwn(given, provider) ? given[provider] : provider;
  const wanted = plain(named ?? provider);
  return specs.find(({ vendor, title }) => plain(vendor) === wanted || plain(title) === wanted);
}

/** `Live.Desk`, `live-desk` and `livedesk` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
