import { UserError } from '../errors/user-error.ts';
import type { Masker } from './masker.ts';

/** The error as it may be told: what it says may come from a vendor, or from a library that had a secret in hand. */
export function maskError(error: unknown, { text }: Pick<Masker, 'text'>): Error {
  if (error instanceof UserError) return new UserError(error.code, text(error.message), text(error.hint));
  if (!(error instanceof Error)) return new Error(text(String(error)));
  const masked = new Error(text(error.message));
  masked.name = error.name;
  masked.stack = text(error.stack ?? '');
  return masked;
}
