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
    if (operation.method.toUpperCase() !== method.toUpperCase()) continue;
    const template = routedTemplate(operation, spec.ambiguities, readings);
    const parameters = pathParameters(template, path);
    if (parameters && !Object.values(parameters).includes('')) return { operation, template, parameters };
  }
  return undefined;
}

function routedTemplate(
  operation: Operation,
  ambiguities: readonly Ambiguity[],
  readings: SelectedReadings,
): string {
  const templates = ambiguities
    .filter((ambiguity) => ambiguity.operations.includes(operation.id))
    .map((ambiguity) => ambiguity.readings.find(({ id }) => id === readings[ambiguity.id])?.path);
  return templates.find((template) => template !== undefined) ?? operation.path;
}
