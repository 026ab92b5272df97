import { withMember } from '../model/edit-json.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import { escapeToken, membersOf } from '../model/json-pointer.ts';
import type { Operation, RequiredField } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from './schema-violations.ts';

/** Members of a good request body that the document does not let one leave out, with where it says so. */
export function requiredFieldsOf(spec: Spec, operation: Operation, body: Json): readonly RequiredField[] {
  const schema = operation.requestSchemaPointer;
  if (schema === undefined || schemaViolations(spec, schema, body).length > 0) return [];
  return pointersBelow(body, '').flatMap((pointer) => {
    const [violation] = schemaViolations(spec, schema, withMember(body, pointer, undefined));
    return violation === undefined ? [] : [{ pointer, presence: violation.source }];
  });
}

/** Members of objects at every depth; leaving out an item of a list leaves out no field. */
function pointersBelow(value: Json, prefix: string): readonly string[] {
  if (!isJsonObject(value)) return [];
  return membersOf(value).flatMap(([key, member]) => {
    const pointer = `${prefix}/${escapeToken(key)}`;
    return [pointer, ...pointersBelow(member, pointer)];
  });
}
