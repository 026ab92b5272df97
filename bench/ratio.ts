/** Of the names of measures. */
export const WIDTH = 78;

/** What stands above the rows; the speed is that of the baseline's. */
export const HEADING = `${'measure'.padEnd(WIDTH)} ${'own'.padStart(12)} ${'baseline'.padStart(12)} ${'ratio'.padStart(10)} ${'speed'.padStart(7)}`;

/** Median of measured milliseconds. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A measure beside its baseline, taken in turn in the same run, so that a busy machine slows both. */
export async function compare(
  name: string,
  rounds: number,
  measured: () => unknown,
  baseline: () => unknown,
): Promise<string> {
  const times: Times[] = [];
  await measured();
  await baseline();
  for (let round = 0; round < rounds; round += 1)
    times.push({ own: await timed(measured), base: await timed(baseline) });
  return row(name, {
    own: median(times.map((time) => time.own)),
    base: median(times.map((time) => time.base)),
  });
}

interface Times {
  readonly own: number;
  readonly base: number;
}

function row(name: string, { own, base }: Times): string {
  const times = `${own.toFixed(1).padStart(9)} ms ${base.toFixed(1).padStart(9)} ms`;
  const speed = `${((100 * base) / own).toFixed(0).padStart(5)} %`;
  return `${name.padEnd(WIDTH)} ${times} ${(own / base).toFixed(2).padStart(8)} x ${speed}`;
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
