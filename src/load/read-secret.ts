import { readFileSync, statSync } from 'node:fs';
import { userErrors } from '../errors/catalogue.ts';
import type { SecretReference } from '../model/tenant.ts';
import { describeReference } from './secret-reference.ts';

/** Where it goes: into a header, which takes one line, or anywhere else. */
export type SecretUse = 'header' | 'text';

export interface ReadSecret {
  readonly value: string;
  readonly warning: string | undefined;
}

/** The secret a reference leads to; what is wrong with it is told by the reference, never by the value. */
export function readSecret(
  place: string,
  reference: SecretReference,
  use: SecretUse,
  environment: Readonly<Record<string, string | undefined>>,
): ReadSecret {
  const refuse = (problem: string, hint: string): Error =>
    userErrors.secretUnavailable(place, describeReference(reference), problem, hint);
  const raw =
    reference.kind === 'env'
      ? variable(reference.name, environment, refuse)
      : content(reference.path, refuse);
  // Editors and `echo` end a file with a line break that is no part of the secret.
  const value = raw.replace(/\r?\n$/, '');
  if (value.trim() === '')
    throw refuse('is empty', `Put the secret ${reference.kind === 'env' ? 'there' : 'into that file'}.`);
  if (use === 'header' && /\p{Cc}|\uFEFF/u.test(value))
    throw refuse(
      'holds a line break or another character that no header can carry',
      'Store the secret alone, as plain text on one line.',
    );
  return { value, warning: warningAbout(reference, value, use) };
}

type Refuse = (problem: string, hint: string) => Error;

function variable(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  refuse: Refuse,
): string {
  const value = environment[name];
  if (value === undefined)
    throw refuse(
      'is not set',
      `Set the environment variable ${name} where you start the command; a variable of the shell has to be exported.`,
    );
  return value;
}

function content(path: string, refuse: Refuse): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
      throw refuse('is not there', 'Create the file; its path is relative to the tenant file.');
    throw refuse(`cannot be read (${String(code)})`, 'Check that it is a file, and its permissions.');
  }
}

function warningAbout(reference: SecretReference, value: string, use: SecretUse): string | undefined {
  const shown = describeReference(reference);
  if (reference.kind === 'file' && isOpenToOthers(reference.path))
    return `${shown} can be read by other users of this machine; run: chmod 600 ${reference.path}`;
  if (use === 'header' && value !== value.trim())
    return `${shown} begins or ends with a blank, which is sent along; check that it belongs to the secret.`;
  return undefined;
}

/** Windows has no such bits: what Node makes up there says nothing. */
function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
