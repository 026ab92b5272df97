import { bytesOf } from '../model/body-bytes.ts';
import type { ParsedBody } from '../model/check.ts';
import type { Body } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { whileRecent } from '../model/while-recent.ts';

/** Those of one exchange, as it came, as it is meant and as it is kept. */
const FEW = 8;

/** A body as JSON (RFC 8259), whatever its declared type; read once, whoever asks. */
export const parseBody: (body: Body) => ParsedBody = whileRecent(readBody, FEW);

function readBody(body: Body): ParsedBody {
  if (!('text' in body))
    return { kind: 'unparseable', problem: `${bytesOf(body).length} bytes that are no UTF-8 text` };
  if (body.text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(body.text) as Json };
  } catch (error) {
    return { kind: 'unparseable', problem: error instanceof Error ? error.message : String(error) };
  }
}
