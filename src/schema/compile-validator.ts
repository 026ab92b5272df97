import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import type { Json } from '../model/json.ts';
import { SCHEMA_AS_GIVEN } from '../model/schema-as-given.ts';
import type { Spec } from '../model/spec.ts';

/** OpenAPI's own keywords beside JSON Schema's, and ours; anything else in a schema is a spelling mistake. */
const VOCABULARY = [
  ...['openapi', 'info', 'servers', 'paths', 'webhooks', 'components', 'security', 'tags', 'externalDocs'],
  ...['jsonSchemaDialect', 'example', 'discriminator', 'xml', 'x-source', 'x-presence', 'x-repairs'],
  'x-personal',
];

interface CompiledSpec {
  readonly ajv: Ajv2020;
  readonly validators: Map<string, ValidateFunction>;
}

const compiled = new WeakMap<Spec, CompiledSpec>();

/** The validator of the schema at a pointer of the spec; each is compiled once. */
export function compileValidator(spec: Spec, schemaPointer: string): ValidateFunction {
  const { ajv, validators } = compiled.get(spec) ?? compileSpec(spec);
  const known = validators.get(schemaPointer);
  if (known !== undefined) return known;
  const fragment = schemaPointer.split('/').map(encodeURIComponent).join('/');
  const validate = ajv.compile({ $ref: `spec:${spec.vendor}#${fragment}` });
  validators.set(schemaPointer, validate);
  return validate;
}

let lastValid: { readonly validate: ValidateFunction; readonly value: object } | undefined;

/**
 * Is a value as the schema at a pointer of the spec has it? Of one object it is asked more than once before the next one
 * comes, and nobody changes what is judged.
 */
export function isAsDocumented(spec: Spec, schemaPointer: string, value: Json): boolean {
  const validate = compileValidator(spec, schemaPointer);
  if (lastValid?.value === value && lastValid.validate === validate) return true;
  if (!validate(value)) return false;
  if (typeof value === 'object' && value !== null) lastValid = { validate, value };
  return true;
}

function compileSpec(spec: Spec): CompiledSpec {
  const ajv = new Ajv2020({
    ...SCHEMA_AS_GIVEN,
    allErrors: true,
    // Each error then carries the very schema node it broke, which is how it finds its source.
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
  });
  formatsPlugin.default(ajv);
  ajv.addVocabulary(VOCABULARY);
  ajv.addSchema({ ...spec.document, $id: `spec:${spec.vendor}` });
  const entry = { ajv, validators: new Map<string, ValidateFunction>() };
  compiled.set(spec, entry);
  return entry;
}
