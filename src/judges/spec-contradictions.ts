import type { Subject } from '../model/check.ts';
import type { RawFinding } from '../model/finding.ts';
import { isJsonObject } from '../model/json.ts';
import { membersOf, valueAt } from '../model/json-pointer.ts';
import { oncePer } from '../model/once-per.ts';
import type { DocumentedResponse, Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from '../schema/schema-violations.ts';

/** What a constraint of the spec asks for, and where it stands. */
export function constraintOf({
  specPointer,
  expected,
}: Pick<RawFinding, 'specPointer' | 'expected'>): string {
  return `${specPointer ?? ''} ${expected}`;
}

/**
 * Constraints that the document's own examples break: there the spec is not what the document says, and nobody who
 * does as the example shows is to be blamed.
 */
export function specContradictions(
  spec: Spec,
  { operation, documented }: Pick<Subject, 'operation' | 'documented'>,
): ReadonlySet<string> {
  return contradictionsOf(spec)(operation)(documented ?? UNDOCUMENTED);
}

const UNDOCUMENTED: Pick<DocumentedResponse, 'schemaPointer'> = { schemaPointer: undefined };

const contradictionsOf = oncePer((spec: Spec) =>
  oncePer((operation: Operation) =>
    oncePer(({ schemaPointer }: Pick<DocumentedResponse, 'schemaPointer'>): ReadonlySet<string> => {
      const kinds = operation.notifications?.kinds ?? [];
      const schemas = [schemaPointer, ...kinds.map((kind) => kind.schemaPointer)];
      return new Set(
        schemas.flatMap((pointer) => (pointer === undefined ? [] : brokenByExamples(spec, pointer))),
      );
    }),
  ),
);

function brokenByExamples(spec: Spec, schemaPointer: string): readonly string[] {
  const examples = valueAt(spec.document, schemaPointer.replace(/\/schema$/, '/examples'));
  return membersOf(examples ?? null).flatMap(([, example]) => {
    const value = isJsonObject(example) ? example['value'] : undefined;
    return value === undefined ? [] : schemaViolations(spec, schemaPointer, value).map(constraintOf);
  });
}
