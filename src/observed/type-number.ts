import { isJsonArray, type Json } from '../model/json.ts';
import { JSON_TYPES } from '../model/json-pointer.ts';

const NULL = JSON_TYPES.indexOf('null');
const BOOLEAN = JSON_TYPES.indexOf('boolean');
const INTEGER = JSON_TYPES.indexOf('integer');
const NUMBER = JSON_TYPES.indexOf('number');
const STRING = JSON_TYPES.indexOf('string');
const ARRAY = JSON_TYPES.indexOf('array');
const OBJECT = JSON_TYPES.indexOf('object');

/** Place of the type of a value in `JSON_TYPES`: of every value of every message a name would be looked up. */
export function typeNumber(value: Json): number {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return Number.isInteger(value) ? INTEGER : NUMBER;
    case 'boolean':
      return BOOLEAN;
    case 'object':
      if (value === null) return NULL;
      return isJsonArray(value) ? ARRAY : OBJECT;
  }
}
