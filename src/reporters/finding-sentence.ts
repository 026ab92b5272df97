import { distinctActuals, exchangesOf, type FindingGroup } from './finding-groups.ts';
import { inertLine } from './inert-text.ts';
import { shorten } from './shorten.ts';
import { plural } from './tally.ts';

const VALUE_LIMIT = 120;

/** What is different, in one sentence that stands alone in a list, a log or a ticket. */
export function findingSentence(group: FindingGroup): string {
  return `${inertLine(group.title)}: ${findingDifference(group)}`;
}

/** The same without the title, for lists that set the title apart. */
export function findingDifference(group: FindingGroup): string {
  const expected = shorten(inertLine(group.finding.expected), VALUE_LIMIT);
  return `at ${group.pointer}, expected ${expected}, found ${actualLabel(group, VALUE_LIMIT)}${seenLabel(group)}`;
}

/** The value found, and how many others there were. */
export function actualLabel(group: FindingGroup, limit: number): string {
  const [first = '', ...others] = distinctActuals(group);
  const rest = others.length === 0 ? '' : ` (and ${plural(others.length, 'other value')})`;
  return shorten(inertLine(first), limit) + rest;
}

/** Of what was observed, how often; a run has what it sent. */
function seenLabel(group: FindingGroup): string {
  return group.finding.seen === undefined ? '' : `, ${occurrenceLabel(group)}`;
}

/** How often it was seen; empty when once. */
export function occurrenceLabel(group: FindingGroup): string {
  const { length } = group.places;
  const { seen } = group.finding;
  if (seen !== undefined) return `seen ${grouped(seen.times)} of ${grouped(seen.of)}`;
  if (length === 1) return '';
  return `${length} times in ${plural(exchangesOf(group).length, 'exchange')}`;
}

/** `4812` as `4 812`. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
}
