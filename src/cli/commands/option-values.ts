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

function wholeNumber(value: string, least: number, most: number, expected: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new InvalidArgumentError(`Give ${expected}.`);
  return number;
}
