import { isAbsolute, join } from 'node:path';
import type { Json } from '../model/json.ts';
import type { SecretReference } from '../model/tenant.ts';
import { isReferenceText } from './tenant-patterns.ts';

export function isReference(value: Json): value is string {
  return typeof value === 'string' && isReferenceText(value);
}

/** Was a reference meant, well-formed or not? */
export function looksLikeReference(value: Json): boolean {
  return typeof value === 'string' && /^(env|file):/.test(value);
}

/** Of a text that is a reference; the path of a file is relative to the folder. */
export function referenceOf(text: string, folder: string): SecretReference {
  const colon = text.indexOf(':');
  const name = text.slice(colon + 1);
  return text.startsWith('env:') ? { kind: 'env', name } : { kind: 'file', path: pathIn(folder, name) };
}

export function pathIn(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

/** The reference as a tenant file has it, for messages. */
export function describeReference(reference: SecretReference): string {
  return reference.kind === 'env' ? `env:${reference.name}` : `file:${reference.path}`;
}
