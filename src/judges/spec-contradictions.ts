import type { Subject } from '../model/check.ts';
import type { RawFinding } from '../model/finding.ts';
import { isJsonObject } from '../model/json.ts';
import { membersOf, valueAt } from '../model/json-pointer.ts';
import { oncePer } from '../model/once-per.ts';
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
export function specContradictions(spec: Spec, { operation, documented }: Subject): ReadonlySet<string> {
  const schemas = [
    documented?.schemaPointer,
    ...(operation.notifications?.kinds ?? []).map(({ schemaPointer }) => schemaPointer),
  ].filter((pointer) => pointer !== undefined);
  return new Set(schemas.flatMap((pointer) => brokenByExamples(spec, pointer)));
}

const knownOf = oncePer((_: Spec) => new Map<string, readonly string[]>());

function brokenByExamples(spec: Spec, schemaPointer: string): readonly string[] {
  const known = knownOf(spec);
  const broken = known.get(schemaPointer) ?? holdExamples(spec, schemaPointer);
  known.set(schemaPointer, broken);
  return broken;
}

function holdExamples(spec: Spec, schemaPointer: string): readonly string[] {
  const examples = valueAt(spec.document, schemaPointer.replace(/\/schema$/, '/examples'));
  return membersOf(examples ?? null).flatMap(([, example]) => {
    const value = isJsonObject(example) ? example['value'] : undefined;
    return value === undefined ? [] : schemaViolations(spec, schemaPointer, value).map(constraintOf);
  });
}
