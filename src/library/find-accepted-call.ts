import { userErrors } from '../errors/catalogue.ts';
import type { Mock as MockServer } from '../mock/start-mock.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { Suite } from '../model/suite.ts';
import { wantedValues } from '../model/wanted-values.ts';
import { buildRequest } from '../plan/build-request.ts';
import type { AcceptedCall } from './accepted-call.ts';

/** The first request of a contract that is to be accepted, its states made true. */
export function findAcceptedCall(server: MockServer, suite: Suite, operation: string): AcceptedCall {
  const { vendor, states, request } = describedCall(suite, operation);
  const resolution = server.establish(vendor, states, wantedValues(request.injections));
  if (resolution.kind === 'unavailable') throw new RangeError(resolution.reason);
  const { method, path, query, headers, body } = buildRequest(request, resolution.values);
  const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  return {
    url: `${server.baseUrl(vendor)}${path}${search === '' ? '' : `?${search}`}`,
    init: { method, headers: Object.fromEntries(headers), ...(body !== undefined && { body }) },
    values: resolution.values,
  };
}

function describedCall({ specs, contracts }: Suite, operation: string): HttpInteraction {
  const served = new Set(specs.map(({ vendor }) => vendor));
  const known = contracts.filter(({ vendor }) => served.has(vendor));
  const found = known
    .filter((contract) => contract.operation === operation)
    .flatMap(({ interactions }) => interactions)
    .find(({ intent, brought }) => intent.kind === 'accepted' && brought?.obstacle === undefined);
  if (found !== undefined) return found;
  const names = known.map((contract) => contract.operation);
  throw userErrors.nameUnknown('operation with a contract', operation, names);
}
