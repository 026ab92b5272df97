// The schemas of a spec, compiled as they stand in it.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { isJsonObject, type Json } from '../../src/model/json.ts';
import { pathOf, valueAt } from './json-edit.ts';

const addFormats = addFormatsModule.default;

const ROOT_WORDS = ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'webhooks', 'components'];
const OUR_WORDS = ['x-source', 'x-presence', 'x-personal'];

/** Compiles the schema at a JSON Pointer of the spec. */
export function schemasOf(spec: Json): (pointer: string) => ValidateFunction {
  if (!isJsonObject(spec)) throw new Error('a spec is an object');
  // "At least one of" and lists of types with null are the way specs are written: docs/spec-format.md.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats(ajv);
  ajv.addVocabulary([...ROOT_WORDS, ...OUR_WORDS]);
  ajv.addSchema(spec, 'spec');
  return (pointer) => {
    if (valueAt(spec, pathOf(pointer)) === undefined) throw new Error(`no schema at ${pointer}`);
    return ajv.compile({ $ref: `spec#${pointer.split('/').map(encodeURIComponent).join('/')}` });
  };
}
