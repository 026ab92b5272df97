import type { ErrorCode } from '../errors/error-codes.ts';
import { nextLines, type Screen } from '../reporters/terminal-screen.ts';
import { wrapText } from '../reporters/wrap-text.ts';

export interface ToldError {
  readonly code: ErrorCode;
  readonly message: string;
  /** The next step to take. */
  readonly hint: string;
}

const WORD = 'error';

/** What is wrong, and what to do; by its code "explain" tells more. */
export function describeError({ code, message, hint }: ToldError, screen: Screen): string {
  const { error, quiet } = screen.colours;
  const head = `${WORD} [${code}] `;
  const [first = '', ...more] = wrapText(head + message, screen.columns - 2);
  const next = { says: hint, command: null };
  return [
    `${error(WORD)} ${quiet(`[${code}]`)} ${first.slice(head.length)}`,
    ...more.map((line) => `  ${line}`),
    ...nextLines(next, screen),
    '',
  ].join('\n');
}
