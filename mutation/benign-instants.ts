import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { BenignOperator } from './benign-operators.ts';
import { everywhere } from './map-json.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

interface Instant {
  readonly day: string;
  readonly between: string;
  readonly time: string;
  readonly fraction: string;
  readonly zone: string;
}

/** Other instants in the same form, and the same instants in another form that the documents allow as well. */
export const INSTANT_OPERATORS: readonly BenignOperator[] = [
  { name: 'other-instants', change: onInstants((one) => ({ ...one, day: aYearLater(one.day) })) },
  { name: 'finer-instants', change: onUtc((one) => ({ ...one, fraction: `${one.fraction || '.000'}456` })) },
  { name: 'coarser-instants', change: onUtc((one) => ({ ...one, fraction: one.fraction.slice(0, 2) })) },
  {
    name: 'instants-without-zero-fraction',
    change: onUtc((one) => ({ ...one, fraction: /^\.0+$/.test(one.fraction) ? '' : one.fraction })),
  },
  { name: 'instants-with-offset', change: onUtc((one) => ({ ...one, zone: '+00:00' })) },
  { name: 'instants-in-another-zone', change: onUtc(inAnotherZone) },
  { name: 'instants-with-other-separators', change: onInstants(withOtherSeparators) },
];

function onInstants(change: (instant: Instant) => Instant): AnswerChange {
  return everywhere((_, value) => {
    const [, day, between, time, fraction = '', zone] =
      typeof value === 'string' ? (INSTANT.exec(value) ?? []) : [];
    if (day === undefined || between === undefined || time === undefined || zone === undefined) return value;
    const next = change({ day, between, time, fraction, zone });
    return `${next.day}${next.between}${next.time}${next.fraction}${next.zone}`;
  });
}

function onUtc(change: (instant: Instant) => Instant): AnswerChange {
  return onInstants((instant) => (instant.zone === 'Z' ? change(instant) : instant));
}

function aYearLater(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;
}

function inAnotherZone(instant: Instant): Instant {
  const moved = new Date(Date.parse(`${instant.day}T${instant.time}Z`) + 2 * 3_600_000).toISOString();
  return { ...instant, day: moved.slice(0, 10), time: moved.slice(11, 19), zone: '+02:00' };
}

/** Where the document lost what stands between date and time, a blank and a T both do, and a colon in the offset. */
function withOtherSeparators(instant: Instant): Instant {
  if (instant.zone === 'Z') return instant;
  return { ...instant, between: 'T', zone: instant.zone.replace(/^([+-]\d{2}):?/, '$1:') };
}
