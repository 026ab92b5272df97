import { isUtf8 } from 'node:buffer';

/** A line of a key has its own secret in it. */
const SHORTEST_LINE = 16;

/** A secret and everything of it that is one as well: without its scheme, both sides of Basic, each line of a key. */
export function secretParts(secret: string): readonly string[] {
  const trimmed = secret.trim();
  const bare = /^(?:basic|bearer|token|digest)\s+(\S.*)$/i.exec(trimmed)?.[1] ?? trimmed;
  const pair = pairIn(bare) ?? pairIn(decoded(bare));
  const lines = trimmed.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE);
  const isKey = lines.length > 1;
  const found = [secret, trimmed, bare, ...(pair ?? []), ...(isKey ? lines.filter(isNoBorder) : [])];
  return [...new Set(found)].filter((part) => part !== '');
}

/** User and password; of an address, or of more than one colon, nobody knows what is which. */
function pairIn(text: string | undefined): readonly string[] | undefined {
  const [, user, password] = /^([^:/\s]+):([^:/][^/]*)$/.exec(text ?? '') ?? [];
  return text === undefined || user === undefined || password === undefined
    ? undefined
    : [text, user, password];
}

function decoded(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

function isNoBorder(line: string): boolean {
  return !line.startsWith('-----');
}
