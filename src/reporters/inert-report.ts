import { oncePer } from '../model/once-per.ts';
import type { Report } from '../model/report.ts';
import { inertLine, inertText } from './inert-text.ts';
import { shorten } from './shorten.ts';

const TEXT_LIMIT = 20_000;
const LINE_LIMIT = 1000;

/** What is shortened where it is shown, with the length that it had, or would be no JSON any more. */
const SHORTENED_LATER: ReadonlySet<string> = new Set(['expected', 'actual', 'text', 'base64']);

/**
 * The report with every string of it inert, keys of vendor data included, and none of them endless. Rendered formats
 * start from this, so that none of them can forget one.
 */
export function inertReport(report: Report): Report {
  return copyWith(report, (text, key) => bounded(inertText(text), key, TEXT_LIMIT));
}

/**
 * The same for formats whose layout a line break would forge, and whose readers bear no long line: only quoted
 * document text keeps its lines. Many formats are made of one report, so this is done once.
 */
export const inertLineReport: (report: Report) => Report = oncePer((report: Report) => ({
  ...copyWith(report, (text, key) => bounded(inertLine(text), key, LINE_LIMIT)),
  quotations: copyWith(report.quotations, (text) => inertText(text).split('\n').map(shortLine).join('\n')),
}));

function bounded(text: string, key: string, limit: number): string {
  return SHORTENED_LATER.has(key) ? text : shorten(text, limit);
}

function shortLine(line: string): string {
  return shorten(line, LINE_LIMIT);
}

function copyWith<T>(value: T, makeInert: (text: string, key: string) => string): T {
  const copy: T = JSON.parse(JSON.stringify(value), (at, member: unknown) => {
    if (typeof member === 'string') return makeInert(member, at);
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).map(([key, inner]) => [makeInert(key, ''), inner]));
  });
  return copy;
}
