const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Milliseconds since 1970 of an instant (RFC 3339), its offset heeded; undefined for anything else. */
export function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isOfCalendar(value)) return undefined;
  const milliseconds = Date.parse(value.toUpperCase());
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** Every month has as many days. */
const SHORTEST_MONTH = '28';

/** `Date.parse` takes February 30 for a day in March. */
function isOfCalendar(instant: string): boolean {
  if (instant.slice(8, 10) <= SHORTEST_MONTH) return true;
  const date = instant.slice(0, 10);
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

const DAY_MS = 86_400_000;

/** The day (UTC) so many days after an instant, `YYYY-MM-DD`. */
export function dayAfter(instant: string, days: number): string {
  return new Date((instantOf(instant) ?? 0) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant so many milliseconds later, in UTC. */
export function laterInstant(instant: string, milliseconds: number): string {
  return new Date((instantOf(instant) ?? 0) + milliseconds).toISOString();
}

const SECOND = 1000;

/** Is the later instant before the earlier one? Where instants are cut at the second, within one they tell nothing. */
export function isBefore(later: number, earlier: number, precision: 'exact' | 'second'): boolean {
  if (precision === 'exact') return later < earlier;
  return Math.floor(later / SECOND) < Math.floor(earlier / SECOND);
}
