import type { Report } from '../model/report.ts';
import { inertLine, inertText } from './inert-text.ts';

/**
 * The report with every string of it inert, keys of vendor data included. Rendered formats start from this, so
 * that none of them can forget one.
 */
export function inertReport(report: Report): Report {
  return copyWith(report, inertText);
}

/** The same for formats whose layout a line break would forge: only quoted document text keeps its lines. */
export function inertLineReport(report: Report): Report {
  return { ...copyWith(report, inertLine), quotations: copyWith(report.quotations, inertText) };
}

function copyWith<T>(value: T, makeInert: (text: string) => string): T {
  const copy: T = JSON.parse(JSON.stringify(value), (_key, member: unknown) => {
    if (typeof member === 'string') return makeInert(member);
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).map(([key, inner]) => [makeInert(key), inner]));
  });
  return copy;
}
