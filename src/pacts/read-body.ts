import { userErrors } from '../errors/catalogue.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { ReadingContext } from './pact-of-anyone.ts';

/**
 * A body as V4 has it: `content`, `contentType`, `encoded`. Before V4 it is the value itself; in V4 it may be the value,
 * a text of it, or base64 of that.
 */
export function readBody(
  { from, specification }: ReadingContext,
  raw: JsonObject,
  member: 'body' | 'contents',
  declared: string | undefined,
  pointer: string,
): JsonObject | undefined {
  const written = raw[member];
  if (written === undefined) return undefined;
  const isWrapped = specification === 'V4' && isJsonObject(written);
  if (isWrapped && written['content'] === undefined) return undefined;
  const stated = isWrapped && typeof written['contentType'] === 'string' ? written['contentType'] : declared;
  const contentType = stated ?? 'application/json';
  if (!/[/+]json\b/i.test(contentType))
    throw userErrors.pactUnsupported(from, `${pointer}/${member}`, `a body of type ${contentType}`, 'JSON');
  if (!isWrapped) return { content: written, contentType, encoded: false };
  const content = decoded(from, written, `${pointer}/${member}/content`);
  return { content, contentType, encoded: false };
}

function decoded(from: string, { content = null, encoded }: JsonObject, pointer: string): Json {
  if (encoded === undefined || encoded === false || typeof content !== 'string') return content;
  const isBase64 = String(encoded).toLowerCase() === 'base64' || encoded === true;
  const text = isBase64 ? Buffer.from(content, 'base64').toString('utf8') : content;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw userErrors.pactUnsupported(from, pointer, 'a body that is no JSON once decoded', 'JSON');
  }
}
