import type { Json } from '../model/json.ts';
import type { Parameter } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations, type Violation } from './schema-violations.ts';

/** A parameter travels as text: it is as documented when the text is, or else what the text spells. */
export function parameterViolations(
  spec: Spec,
  { schemaPointer }: Pick<Parameter, 'schemaPointer'>,
  text: string,
): readonly Violation[] {
  if (schemaPointer === undefined) return [];
  const ofText = schemaViolations(spec, schemaPointer, text);
  const spelt = ofText.length === 0 ? undefined : spelling(text);
  return spelt === undefined || schemaViolations(spec, schemaPointer, spelt).length > 0 ? ofText : [];
}

function spelling(text: string): Json | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
