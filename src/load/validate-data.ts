import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { userErrors } from '../errors/catalogue.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import { SCHEMA_AS_GIVEN } from '../model/schema-as-given.ts';

const ajv = new Ajv2020({ ...SCHEMA_AS_GIVEN, allErrors: false, strict: true, allowUnionTypes: true });
const compiled = new WeakMap<object, ValidateFunction>();

/**
 * Returns the data as what the schema says it is, or says which place of the file is wrong and how.
 * `place` is where in the file the data stands.
 */
export function validateData<Shape>(file: string, schema: JsonObject, data: Json, place = ''): Shape {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(data)) return data as Shape;
  const [error] = validate.errors ?? [];
  const pointer = place + (error?.instancePath ?? '');
  throw userErrors.fileInvalid(file, pointer, found(data, error), expected(error));
}

function found(data: Json, error: ErrorObject | undefined): string {
  if (error?.keyword === 'required') return `no "${String(error.params['missingProperty'])}"`;
  if (error?.keyword === 'additionalProperties') return `"${String(error.params['additionalProperty'])}"`;
  const text = JSON.stringify(valueAt(data, error?.instancePath ?? ''));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function expected(error: ErrorObject | undefined): string {
  if (error?.keyword === 'required') return 'it to be there';
  if (error?.keyword === 'additionalProperties') return 'no such member';
  if (error?.keyword === 'enum') return `one of ${JSON.stringify(error.params['allowedValues'])}`;
  return error?.message?.replace(/^must /, 'it to ') ?? 'valid data';
}
