// Which operation a request addresses. Templates come from the spec, or from the reading selected.
import type { Operation } from '../model/operation.ts';
import type { Ambiguity } from '../model/reading.ts';
import { pathParameters } from '../model/runtime-expression.ts';
import type { Spec } from '../model/spec.ts';

export interface Route {
  readonly operation: Operation;
  /** The template the path fits. */
  readonly template: string;
  /** Decoded values of the template's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reading id by ambiguity id. */
export type SelectedReadings = Readonly<Record<string, string>>;

export function routeRequest(
  spec: Spec,
  readings: SelectedReadings,
  method: string,
  path: string,
): Route | undefined {
  for (const operation of spec.operations) {
    const routed = routedAs(operation, spec.ambiguities, readings);
    if (routed.method.toUpperCase() !== method.toUpperCase()) continue;
    const parameters = pathParameters(routed.path, path);
    if (parameters && !Object.values(parameters).includes(''))
      return { operation, template: routed.path, parameters };
  }
  return undefined;
}

function routedAs(
  operation: Operation,
  ambiguities: readonly Ambiguity[],
  readings: SelectedReadings,
): Pick<Operation, 'method' | 'path'> {
  const patches = ambiguities
    .filter((ambiguity) => ambiguity.operations.includes(operation.id))
    .map((ambiguity) => ambiguity.readings.find(({ id }) => id === readings[ambiguity.id])?.request);
  return {
    method: patches.find((patch) => patch?.method !== undefined)?.method ?? operation.method,
    path: patches.find((patch) => patch?.path !== undefined)?.path ?? operation.path,
  };
}
