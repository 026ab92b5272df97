import ora from 'ora';
import type { Progress } from '../run/progress.ts';
import { isInCi } from './ci-engine.ts';
import { advance, BEGINNING, describeProgress } from './describe-progress.ts';

/** Room for the sign that turns, and for the cursor. */
const SIGN_WIDTH = 4;

/** One line on a terminal that says what the run waits for; nothing where nobody watches. */
export function createProgressLine(): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  const isWatched = process.stderr.isTTY === true && !isInCi();
  let course = BEGINNING;
  const spinner = ora({
    stream: process.stderr,
    isEnabled: isWatched,
    isSilent: !isWatched,
    discardStdin: false,
    // Asked for with every turn of the sign, so that the seconds go on.
    suffixText: () =>
      describeProgress(course, Date.now(), (process.stderr.columns ?? Number.POSITIVE_INFINITY) - SIGN_WIDTH),
  });
  return {
    show: (progress) => {
      course = advance(course, progress, Date.now());
      if (!spinner.isSpinning) spinner.start();
    },
    clear: () => void spinner.stop(),
  };
}
