import { type Cloak, cloakText } from './cloak.ts';
import { jsonLeaves, type Leaf } from './json-leaves.ts';
import type { PersonalKind } from './personal-kind.ts';
import type { FindKind } from './personal-places.ts';
import { isSecretField, isUnmistakable } from './sensitive-places.ts';

export interface BodyOf {
  readonly find: FindKind;
  readonly cloak: Cloak;
  /** What an answer calls a secret is one. */
  readonly isAnswer: boolean;
}

/** A body with secrets and people replaced; of JSON, also of what breaks off, nothing else changes by a character. */
export function maskBodyText(text: string, body: BodyOf): string {
  const leaves = /^\s*["{[]|"\s*:/.test(text) ? jsonLeaves(text) : [];
  const parts: string[] = [];
  let done = 0;
  for (const leaf of leaves) {
    const raw = text.slice(leaf.from, leaf.to);
    parts.push(between(text.slice(done, leaf.from), body), maskLeaf(raw, leaf, body));
    done = leaf.to;
  }
  const rest = text.slice(done);
  const masked = [...parts, leaves.length === 0 ? cloakText(rest, body.cloak) : between(rest, body)].join('');
  // A secret that is JSON itself reaches over several values.
  return body.cloak.secrets.mask(masked);
}

/** Punctuation, or what is there in its place where it is no JSON. */
function between(text: string, { cloak }: BodyOf): string {
  return /^[\s{}[\],:]*$/.test(text) ? text : cloakText(text, cloak);
}

function maskLeaf(raw: string, leaf: Leaf, body: BodyOf): string {
  if (leaf.kind === 'number') return maskNumber(raw, leaf, body);
  const value = meantBy(raw);
  if (value === undefined) return cloakText(raw, body.cloak);
  const masked = leaf.kind === 'key' ? cloakText(value, body.cloak) : maskValue(value, leaf, body);
  return masked === value ? raw : JSON.stringify(masked);
}

function maskValue(value: string, leaf: Leaf, body: BodyOf): string {
  const { secrets, people } = body.cloak;
  const name = leaf.path.at(-1)?.key ?? '';
  if (body.isAnswer && value !== '' && isSecretField(name)) {
    const shown = `[secret:${name}]`;
    if (isUnmistakable(value)) secrets.add(value, shown);
    const masked = secrets.maskCredential(value);
    return masked === value ? shown : masked;
  }
  const kind = people && body.find(leaf.path);
  if (kind !== undefined && kind !== 'none' && people !== undefined) return people.meet(kind, value);
  // JSON within a text, as of an answer that was encoded twice.
  if (/^\s*[{[]/.test(value)) return maskBodyText(value, body);
  return cloakText(value, body.cloak);
}

/** A number stays one of as many digits. */
function maskNumber(raw: string, leaf: Leaf, { cloak, find }: BodyOf): string {
  if (cloak.secrets.mask(raw) !== raw) return raw.replaceAll(/\d/g, '9');
  const kind: PersonalKind | undefined = cloak.people && find(leaf.path);
  if (kind !== 'phone' || cloak.people === undefined) return raw;
  return cloak.people.meet('phone', raw).replace(/^0/, '9');
}

/** The text of a string in JSON, also of one that breaks off. */
function meantBy(raw: string): string | undefined {
  for (const whole of [raw, `${raw}"`]) {
    try {
      return String(JSON.parse(whole));
    } catch {
      // The next way of reading it.
    }
  }
  return undefined;
}
