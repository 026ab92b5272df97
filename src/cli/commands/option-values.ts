import { InvalidArgumentError } from 'commander';

/** For an option that may be given several times. */
export function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

export function milliseconds(value: string): number {
  return wholeNumber(value, 1, 3_600_000, 'a number of milliseconds from 1 to 3600000');
}

export function port(value: string): number {
  return wholeNumber(value, 0, 65_535, 'a port from 0 to 65535');
}

export function count(value: string): number {
  return wholeNumber(value, 0, 1_000_000, 'a number from 0 to 1000000');
}

/** `i/n`, both from 1. */
export function shard(value: string): { readonly index: number; readonly of: number } {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? [];
  if (Number(index) < 1 || Number(of) < Number(index))
    throw new InvalidArgumentError('Give a part and their number as 1/3.');
  return { index: Number(index), of: Number(of) };
}

/** A day of the calendar. */
export function day(value: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (isDay !== true) throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return value;
}

/** `12-30`, or one line. */
export function lineRange(value: string): readonly [from: number, to: number] {
  const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(value) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (from < 1 || to < from)
    throw new InvalidArgumentError('Give the first and the last line, such as 12-30.');
  return [from, to];
}

export function statusCode(value: string): number {
  return wholeNumber(value, 100, 599, 'a status from 100 to 599');
}

function wholeNumber(value: string, least: number, most: number, expected: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new InvalidArgumentError(`Give ${expected}.`);
  return number;
}
