import { inertLine } from './inert-text.ts';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Prose in which nothing is markup. A backslash stops all syntax, but mentions and issue numbers are found after
 * rendering, so those signs are also kept apart from what follows.
 */
export function inertMarkdown(text: string): string {
  return inertLine(text)
    .replace(/[!-/:-@[-`{-~]/gu, (sign) => (PLAIN.has(sign) ? sign : `\\${sign}`))
    .replace(/[@#]/gu, `$&${ZERO_WIDTH_SPACE}`);
}

/** Punctuation that means nothing inside a sentence; a list or a heading would need it at the start of a line. */
const PLAIN: ReadonlySet<string> = new Set([',', ';', '?', '"', "'", '%', '/']);

/** A value as a code span, whose fence is longer than any run of backticks inside; safe in table cells. */
export function codeMarkdown(text: string): string {
  const line = inertLine(text).replaceAll('|', '\\|');
  if (line === '') return '` `';
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return fence + padding + line + padding + fence;
}
