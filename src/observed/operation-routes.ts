import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';
import type { Reading } from '../model/reading.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';

/** A reading of the documents that is not the primary one. */
export interface OtherReading {
  readonly ambiguity: string;
  readonly reading: Reading;
}

/** One way in which an operation can be called: method and path of a reading of its documents. */
export interface OperationRoute {
  readonly spec: Spec;
  readonly operation: Operation;
  readonly method: string;
  readonly pathTemplate: string;
  /** Undefined where it is the primary one. */
  readonly other: OtherReading | undefined;
  /** Segments of the template; undefined where a value stands. */
  readonly segments: readonly (string | undefined)[];
}

/** Every route of the suite, once for each suite. */
export const routesOf: (suite: Suite) => readonly OperationRoute[] = oncePer((suite: Suite) =>
  suite.specs.flatMap((spec) => spec.operations.flatMap((operation) => routesOfOperation(spec, operation))),
);

function routesOfOperation(spec: Spec, operation: Operation): readonly OperationRoute[] {
  const others = spec.ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .flatMap(({ id, readings }) =>
      readings
        .filter(({ primary, request }) => !primary && (request?.path ?? request?.method) !== undefined)
        .map((reading) => ({ ambiguity: id, reading })),
    );
  return [undefined, ...others].map((other) => route(spec, operation, other));
}

function route(spec: Spec, operation: Operation, other: OtherReading | undefined): OperationRoute {
  const patch = other?.reading.request;
  const pathTemplate = patch?.path ?? operation.path;
  return {
    ...{ spec, operation, pathTemplate, other },
    method: (patch?.method ?? operation.method).toUpperCase(),
    segments: segmentsOf(pathTemplate).map((segment) => (/^\{.+\}$/.test(segment) ? undefined : segment)),
  };
}

export function segmentsOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}
