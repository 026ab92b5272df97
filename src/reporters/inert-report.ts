import type { Report } from '../model/report.ts';
import { inertText } from './inert-text.ts';

/**
 * The report with every string of it inert, keys of vendor data included. Rendered formats start from this, so
 * that none of them can forget one.
 */
export function inertReport(report: Report): Report {
  const copy: Report = JSON.parse(JSON.stringify(report), (_key, value: unknown) => inertValue(value));
  return copy;
}

function inertValue(value: unknown): unknown {
  if (typeof value === 'string') return inertText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [inertText(key), member]));
}
