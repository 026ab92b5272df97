// Time for the mock: fixed start, one second a look, so that two runs tell the same times.
export type Clock = () => Date;

const START = Date.UTC(2024, 2, 4, 9, 0, 0);

export function steadyClock(start: number = START, stepMs = 1000): Clock {
  let now = start;
  return () => {
    const date = new Date(now);
    now += stepMs;
    return date;
  };
}
