import type { ErrorObject } from 'ajv/dist/2020.js';
import { isJsonObject, type Json } from '../model/json.ts';
import { escapeToken, typeOf, valueAt } from '../model/json-pointer.ts';
import { type Level, levelOf, type Source } from '../model/source.ts';
import type { Citation, Spec } from '../model/spec.ts';
import { compileValidator, isAsDocumented } from './compile-validator.ts';

/** One place of a value that breaks its documented schema. */
export interface Violation {
  /** JSON Pointer into the value. */
  readonly pointer: string;
  readonly keyword: string;
  readonly expected: string;
  /** Undefined when the place is not there. */
  readonly actual: Json | undefined;
  readonly source: Source;
  readonly level: Level;
  /** JSON Pointer into the spec. */
  readonly specPointer: string;
}

/** Every violation, in the order of the schema; empty when the value is as documented. */
export function schemaViolations(spec: Spec, schemaPointer: string, value: Json): readonly Violation[] {
  if (isAsDocumented(spec, schemaPointer, value)) return [];
  const errors = compileValidator(spec, schemaPointer).errors ?? [];
  const choices = errors.filter(({ keyword }) => CHOICES.has(keyword));
  return errors
    .filter((error) => isCause(error, choices))
    .map((error) => violationOf(spec, schemaPointer, value, error));
}

/** `if` and `propertyNames` repeat what another error says; what lies below a failed choice only says why each branch, or member, failed. */
function isCause(error: ErrorObject, choices: readonly ErrorObject[]): boolean {
  if (error.keyword === 'if') return false;
  if (error.propertyName !== undefined) return false;
  return !choices.some((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`));
}

const CHOICES: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'contains']);

function violationOf(spec: Spec, schemaPointer: string, value: Json, error: ErrorObject): Violation {
  const missing = memberOf(error, 'missingProperty');
  const pointer =
    missing === undefined ? error.instancePath : `${error.instancePath}/${escapeToken(missing)}`;
  const citation = citationOf(spec, schemaPointer, error, missing);
  const source = missing === undefined ? citation.source : citation.presence;
  return {
    pointer,
    keyword: error.keyword,
    expected: expectationOf(error),
    actual: valueAt(value, pointer),
    source,
    level: levelOf(source.strength),
    specPointer: citation.pointer,
  };
}

/** A missing property is cited where the property is described; everything else where the broken keyword stands. */
function citationOf(
  spec: Spec,
  schemaPointer: string,
  error: ErrorObject,
  missing: string | undefined,
): Citation {
  const node: unknown = error.parentSchema;
  const property = missing === undefined ? undefined : propertyNode(node, missing);
  const found =
    cited(spec, property) ?? cited(spec, node) ?? cited(spec, valueAt(spec.document, schemaPointer));
  if (found === undefined)
    throw new Error(`${spec.file}#${schemaPointer}: nothing there tells the source of its constraints`);
  return found;
}

function cited(spec: Spec, node: unknown): Citation | undefined {
  return typeof node === 'object' && node !== null ? spec.citations.get(node) : undefined;
}

function propertyNode(schema: unknown, name: string): unknown {
  const properties =
    typeof schema === 'object' && schema !== null && 'properties' in schema ? schema.properties : undefined;
  return typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : undefined;
}

function memberOf(error: ErrorObject, name: string): string | undefined {
  const member: unknown = error.params[name];
  return typeof member === 'string' ? member : undefined;
}

function expectationOf(error: ErrorObject): string {
  const schema: unknown = error.schema;
  switch (error.keyword) {
    case 'required':
      return 'it to be there';
    case 'type':
      return `type ${Array.isArray(schema) ? schema.join(' or ') : String(schema)}`;
    case 'enum':
      return `one of ${JSON.stringify(schema)}`;
    case 'const':
      return JSON.stringify(schema);
    case 'format':
      return `format ${String(schema)}`;
    case 'pattern':
      return `text matching ${String(schema)}`;
    case 'propertyNames':
      return `keys as documented, not "${memberOf(error, 'propertyName') ?? ''}"`;
    case 'anyOf':
      return choiceOf(schema);
    case 'contains':
      return `a member with ${wantedValues(schema) || 'what is documented'}`;
    default:
      return error.message?.replace(/^must /, 'it to ') ?? error.keyword;
  }
}

/** Values by which the member that has to be in a list is told from the others. */
function wantedValues(schema: unknown): string {
  const properties = memberAt(schema, 'properties');
  return Object.keys(properties ?? {})
    .map((name) => `${name} ${JSON.stringify(memberAt(memberAt(properties, name), 'const'))}`)
    .join(' and ');
}

function memberAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** "At least one of these members" is the one choice specs are written with; others are named as what they are. */
function choiceOf(schema: unknown): string {
  const branches: readonly unknown[] = Array.isArray(schema) ? schema : [];
  const names = branches.map((branch) => requiredNames(branch).join(' and ')).filter((name) => name !== '');
  return names.length === branches.length
    ? `at least one of ${names.join(', ')}`
    : 'one of the documented alternatives';
}

function requiredNames(branch: unknown): readonly string[] {
  const required: unknown =
    typeof branch === 'object' && branch !== null && 'required' in branch ? branch.required : undefined;
  return Array.isArray(required) ? required.map(String) : [];
}

/** A value's type and, for what has no members, its text. */
export function describeViolating(actual: Json | undefined): string {
  if (actual === undefined) return 'absent';
  if (isJsonObject(actual) || Array.isArray(actual)) return typeOf(actual);
  const text = JSON.stringify(actual);
  return typeof actual === 'string' || typeof actual === 'number' ? `${text} (${typeOf(actual)})` : text;
}
