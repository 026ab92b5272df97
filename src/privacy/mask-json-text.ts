import { type Cloak, cloakText } from './cloak.ts';
import { jsonLeaves, type Leaf } from './json-leaves.ts';
import type { FindKind } from './personal-places.ts';
import { isSecretField, isUnmistakable } from './sensitive-places.ts';

export interface BodyOf {
  readonly find: FindKind;
  readonly cloak: Cloak;
  /** What an answer calls a secret is one. */
  readonly isAnswer: boolean;
  /** It tells of success, not of what went wrong. */
  readonly isOfSuccess: boolean;
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
  const name = leaf.path.at(-1)?.key ?? '';
  if (body.isAnswer && value !== '' && isSecretField(name)) return maskSecretField(value, name, body);
  const { secrets, people } = body.cloak;
  const kind = people && body.find(leaf.path);
  const isTold = kind !== undefined && kind !== 'none' && kind !== 'untold';
  if (people !== undefined && isTold) return people.meet(kind, value);
  if (isVersion(name, value)) return secrets.mask(value);
  // JSON within a text, as of an answer that was encoded twice.
  if (/^\s*[{[]/.test(value)) return maskBodyText(value, body);
  const isSuspect = kind === 'untold' && (body.isOfSuccess || !tellsOfTrouble(leaf));
  const suspected = isSuspect ? (people?.suspect(value) ?? value) : value;
  return suspected === value ? cloakText(value, body.cloak) : suspected;
}

function maskSecretField(value: string, name: string, { cloak: { secrets } }: BodyOf): string {
  const shown = `[secret:${name}]`;
  if (isUnmistakable(value)) secrets.add(value, shown);
  const masked = secrets.maskCredential(value);
  return masked === value ? shown : masked;
}

/** What a refusal says in words of its own is for whoever has to mend it. */
function tellsOfTrouble({ path }: Leaf): boolean {
  return path.some(({ key }) => /message|reason|detail|cause|fault|problem|exception|title|hint/i.test(key));
}

/** Four numbers that look like an IP address, and are none. */
function isVersion(name: string, value: string): boolean {
  return /version$/i.test(name) && /^\d+(?:\.\d+)*$/.test(value);
}

/** A number stays one of as many digits. */
function maskNumber(raw: string, leaf: Leaf, { cloak, find }: BodyOf): string {
  if (cloak.secrets.mask(raw) !== raw) return raw.replaceAll(/\d/g, '9');
  const kind = cloak.people && find(leaf.path);
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
