// What is wrong at a place of a tenant file. Its texts are never quoted: one may be a secret that went astray.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { userErrors } from '../errors/catalogue.ts';
import { nearestName } from '../errors/nearest-name.ts';
import type { UserError } from '../errors/user-error.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';
import type { TenantSource } from './tenant-source.ts';

/** The error needs its schema beside it (`verbose`). */
export function tenantComplaint(
  error: ErrorObject,
  source: TenantSource,
  words: ReadonlySet<string>,
): UserError {
  const surplus =
    error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
  const pointer = error.instancePath + (surplus === undefined ? '' : `/${escapeToken(surplus)}`);
  const place = source.placeOf(pointer, words);
  const found = surplus === undefined ? foundAt(error, source.data) : 'a key that is not known here';
  if (error.schemaPath.startsWith('#/$defs/reference/'))
    return userErrors.secretInline(place, `${found} instead of a reference`);
  return userErrors.tenantInvalid(place, found, expectedBy(error), hintOf(error, surplus));
}

function foundAt(error: ErrorObject, data: Json): string {
  if (error.keyword === 'required' || error.keyword === 'dependentRequired')
    return `no "${String(error.params['missingProperty'])}"`;
  return describeFound(valueAt(data, error.instancePath));
}

/** The kind of a value and no more. */
export function describeFound(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `a text of ${value.length} characters`;
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return String(value);
  if (isJsonArray(value)) return `a list of ${value.length}`;
  return 'a mapping';
}

function expectedBy(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'it to be there';
    case 'dependentRequired':
      return `it beside "${String(error.params['property'])}"`;
    case 'additionalProperties':
      return `one of ${keysOf(member(error.parentSchema, 'properties')).join(', ')}`;
    case 'enum':
      return `one of ${allowedValues(error).join(', ')}`;
    case 'const':
      return JSON.stringify(error.params['allowedValue']);
    case 'pattern':
      return 'a text of another form';
    case 'uniqueItems':
      return 'each entry once';
    case 'type':
      return [error.params['type']].flat().map(typeWord).join(' or ');
    default:
      return `one that ${error.message ?? 'the schema accepts'}`;
  }
}

function typeWord(type: unknown): string {
  switch (type) {
    case 'object':
      return 'a mapping';
    case 'array':
      return 'a list';
    case 'string':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    default:
      return 'a number';
  }
}

/** The known word that was probably meant, and what the schema says of the place. */
function hintOf(error: ErrorObject, surplus: string | undefined): string {
  const missing: unknown = error.params['missingProperty'];
  const described =
    typeof missing === 'string'
      ? member(member(error.parentSchema, 'properties'), missing)
      : error.parentSchema;
  const description = member(described, 'description');
  const near = meant(error, surplus);
  return [
    ...(near === undefined ? [] : [`Did you mean "${near}"?`]),
    typeof description === 'string' ? description : 'Correct that place.',
  ].join(' ');
}

function meant(error: ErrorObject, surplus: string | undefined): string | undefined {
  if (surplus !== undefined) return nearestName(surplus, keysOf(member(error.parentSchema, 'properties')));
  const written: unknown = error.data;
  if (error.keyword !== 'enum' || typeof written !== 'string' || written === '') return undefined;
  return nearestName(written, allowedValues(error));
}

function allowedValues(error: ErrorObject): readonly string[] {
  const values: unknown = error.params['allowedValues'];
  return Array.isArray(values) ? values.map(String) : [];
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
