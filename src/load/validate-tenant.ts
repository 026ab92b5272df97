import { Ajv2020 } from 'ajv/dist/2020.js';
import { userErrors } from '../errors/catalogue.ts';
import { SCHEMA_AS_GIVEN } from '../model/schema-as-given.ts';
import { findInlineSecret } from './find-inline-secret.ts';
import { tenantComplaint } from './schema-complaint.ts';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import type { TenantData } from './tenant-data.ts';
import type { TenantSource } from './tenant-source.ts';

// The defaults are those of the schema, so that an editor, the documentation and the loader agree.
const ajv = new Ajv2020({
  ...SCHEMA_AS_GIVEN,
  strict: true,
  allowUnionTypes: true,
  useDefaults: true,
  verbose: true,
});
const validate = ajv.compile<TenantData>(schema);

/** The file against its schema; `words` are the keys that may be named in a message. */
export function validateTenant(source: TenantSource, words: ReadonlySet<string>): TenantData {
  const secret = findInlineSecret(source.data);
  if (secret !== undefined)
    throw userErrors.secretInline(source.placeOf(secret.at, words), `what looks like ${secret.looksLike}`);
  const data: unknown = structuredClone(source.data);
  if (validate(data)) return data;
  const [error] = validate.errors ?? [];
  if (error === undefined) throw new Error('the schema of tenant files refused one without saying why');
  throw tenantComplaint(error, source, words);
}

/** Every key the schema knows. */
export const SCHEMA_WORDS: readonly string[] = keysBelow(schema);

function keysBelow(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [
    ...(key === 'properties' ? Object.keys(child) : []),
    ...keysBelow(child),
  ]);
}
