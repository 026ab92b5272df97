import type { Report } from '../model/report.ts';
import { plural } from './tally.ts';

/** What became of the things a run has made; empty where it made none. */
export function cleanUpLines({ cleanUp }: Report): readonly string[] {
  if (cleanUp.length === 0) return [];
  const gone = cleanUp.filter(({ ending }) => ending === 'removed');
  const unproven = cleanUp.filter(({ ending }) => ending === 'removed-unproven');
  const left = cleanUp.filter(({ ending }) => ending === 'left' || ending === 'unknown');
  const counts = [
    `${gone.length} taken away, as a read shows`,
    ...(unproven.length === 0 ? [] : [`${unproven.length} taken away, which nothing proves`]),
    ...(left.length === 0 ? [] : [`${left.length} that may still be there`]),
  ];
  return [
    `Of ${plural(cleanUp.length, 'thing')} that this run made: ${counts.join(', ')}.`,
    ...sameNotes(left),
  ];
}

/** Things of one kind stay for one reason: it is told once. */
function sameNotes(left: Report['cleanUp']): readonly string[] {
  const things = new Map<string, readonly string[]>();
  for (const { vendor, thing, note } of left) {
    const key = `${vendor}: ${note ?? 'still there'}`;
    things.set(key, [...(things.get(key) ?? []), thing]);
  }
  return [...things].map(([key, all]) => `${key} (${all.slice(0, NAMED).join(', ')}${others(all)})`);
}

const NAMED = 3;

function others(all: readonly string[]): string {
  return all.length > NAMED ? `, and ${all.length - NAMED} more` : '';
}
