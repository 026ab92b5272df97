import { isJsonArray, type Json } from '../model/json.ts';
import { childOf, tokensOf } from '../model/json-pointer.ts';

/** The path of a pointer into the value, as Pact writes it: `$.agents[0].agentId`, `$['x-y']`. */
export function jsonPathOf(pointer: string, value: Json | undefined): string {
  let path = '$';
  let at = value;
  for (const token of tokensOf(pointer)) {
    if (isJsonArray(at)) path += `[${token}]`;
    else path += /^[A-Za-z_][\w]*$/.test(token) ? `.${token}` : `['${token.replaceAll(/['\\]/g, '\\$&')}']`;
    at = childOf(at, token);
  }
  return path;
}
