import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import { escapeToken } from '../model/json-pointer.ts';

/** Something that looks like a secret wherever it stands. `at` is where it, or the mapping with it as a key, is. */
export interface InlineSecret {
  readonly at: string;
  /** What it looks like; never what it is. */
  readonly looksLike: string;
}

interface Telltale {
  readonly sign: RegExp;
  readonly looksLike: string;
}

const TELLTALES: readonly Telltale[] = [
  { sign: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, looksLike: 'a private key' },
  {
    sign: /^\s*(Bearer|Basic|Digest|Token|ApiKey)\s+(?=\S*[\d=_.]|\S{16})\S{8,}\s*$/i,
    looksLike: 'the value of a header with credentials',
  },
  {
    sign: /^\s*[\w-]*(authorization|cookie|token|api-?key)\s*[:=]\s*\S/i,
    looksLike: 'a header with credentials',
  },
  { sign: /[a-z][a-z0-9+.-]*:\/\/[^/\s?#]*@/i, looksLike: 'an address with a user or password in it' },
  {
    sign: /[?&#][^=&\s]*(token|secret|passw|key|auth|signature)[^=&\s]*=[^&\s]/i,
    looksLike: 'an address with a secret in its query',
  },
  { sign: /\beyJ[\w-]{8,}\.[\w-]{8,}/, looksLike: 'a signed token (JWT)' },
];

/** The first text of the data, or key, that gives itself away as a secret. */
export function findInlineSecret(data: Json, at = ''): InlineSecret | undefined {
  if (typeof data === 'string') return telltale(data, at);
  if (isJsonArray(data))
    return firstOf(
      data.map((member, index) => [String(index), member]),
      at,
    );
  if (!isJsonObject(data)) return undefined;
  const members = Object.entries(data);
  const betrayed = members.find(([key]) => telltale(key, at) !== undefined);
  return betrayed === undefined ? firstOf(members, at) : telltale(betrayed[0], at);
}

function firstOf(members: readonly (readonly [string, Json])[], at: string): InlineSecret | undefined {
  for (const [key, member] of members) {
    const found = findInlineSecret(member, `${at}/${escapeToken(key)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function telltale(text: string, at: string): InlineSecret | undefined {
  const found = TELLTALES.find(({ sign }) => sign.test(text));
  return found && { at, looksLike: found.looksLike };
}
