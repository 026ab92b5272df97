import type { OperationReport } from '../../model/report.ts';

export interface ResponseTimes {
  readonly operation: string;
  /** Milliseconds of every answer, ascending. */
  readonly all: readonly [number, ...number[]];
  readonly median: number;
  readonly slowest: number;
}

/** Of the operations that were answered at all. */
export function responseTimes(operations: readonly OperationReport[]): readonly ResponseTimes[] {
  return operations.flatMap(({ operation, exchanges }) => {
    const [first, ...others] = exchanges
      .filter(({ result, timing }) => result.kind === 'response' && timing.responseMs >= 0)
      .map(({ timing }) => timing.responseMs)
      .sort((one, other) => one - other);
    if (first === undefined) return [];
    const all = [first, ...others] as const;
    return [{ operation, all, median: medianOf(all), slowest: all.at(-1) ?? first }];
  });
}

/** Of an ascending list. */
export function medianOf(values: readonly [number, ...number[]]): number {
  const middle = Math.floor(values.length / 2);
  const upper = values[middle] ?? values[0];
  const lower = values[middle - 1] ?? upper;
  return values.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** Where a time stands on a scale of 0 to 100, and how the scale runs. */
export interface TimeScale {
  readonly kind: 'even' | 'tenfold';
  readonly slowest: number;
  readonly at: (ms: number) => number;
}

const SPREAD = 10;

/** Where a few are far slower than the rest, even steps would press the rest into one spot. */
export function timeScale(times: readonly ResponseTimes[]): TimeScale {
  const slowest = Math.max(1, ...times.map((each) => each.slowest));
  const usual = Math.max(1, ...times.map(({ median }) => median));
  if (slowest <= SPREAD * usual) return { kind: 'even', slowest, at: (ms) => (100 * ms) / slowest };
  const top = Math.log10(slowest + 1);
  return { kind: 'tenfold', slowest, at: (ms) => (100 * Math.log10(ms + 1)) / top };
}
