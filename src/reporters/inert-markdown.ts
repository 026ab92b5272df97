import { inertLine } from './inert-text.ts';
import { shorten } from './shorten.ts';

/** Whatever has to be short is made so before: this is for names that somebody made endless. */
const LINE_LIMIT = 4000;

const ZERO_WIDTH_SPACE = '\u200b';

/** What would begin a list, a quote or an underline, were it the first thing on its line. */
const START_OF_BLOCK = /^[-+=]|(?<=^\d+)[.)]/u;
/** What is markup anywhere; of a colon and a point only those that would make an address a link. */
const MARKUP = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\S)|(?<=www)\./giu;

/**
 * Prose in which nothing is markup. A backslash stops all syntax, but mentions and issue numbers are found after
 * rendering, so those signs are also kept apart from what follows.
 */
export function inertMarkdown(text: string): string {
  return shorten(inertLine(text), LINE_LIMIT)
    .replace(MARKUP, String.raw`\$&`)
    .replace(START_OF_BLOCK, String.raw`\$&`)
    .replace(/[@#]/gu, `$&${ZERO_WIDTH_SPACE}`);
}

/** A value as a code span, whose fence is longer than any run of backticks inside. */
export function codeMarkdown(text: string): string {
  const line = shorten(inertLine(text), LINE_LIMIT);
  if (line === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = fence.length > 1 ? ' ' : '';
  return fence + padding + line + padding + fence;
}

/** The same for a table, whose cells end at a bar even inside code. */
export function codeCellMarkdown(text: string): string {
  return codeMarkdown(text).replaceAll('|', String.raw`\|`);
}

/** Lines as a block of code, indented to stand inside a list. */
export function codeBlockMarkdown(
  lines: readonly string[],
  indent: string,
  language: 'text' | 'sh' = 'text',
): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence].map((line) => `${indent}${line}`);
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
