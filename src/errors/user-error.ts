import type { ErrorCode } from './error-codes.ts';

/** A mistake a user can mend: shown without a stack, ends the run with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  /** The next step to take. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
