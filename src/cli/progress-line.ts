import ora from 'ora';
import type { Progress } from '../run/progress.ts';
import { isInCi } from './ci-engine.ts';

/** One line on a terminal that says what the run waits for; nothing where nobody watches. */
export function createProgressLine(): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  const isWatched = process.stderr.isTTY === true && !isInCi();
  const spinner = ora({
    stream: process.stderr,
    isEnabled: isWatched,
    isSilent: !isWatched,
    discardStdin: false,
  });
  return {
    show: (progress) => {
      spinner.text = textOf(progress);
      if (!spinner.isSpinning) spinner.start();
    },
    clear: () => void spinner.stop(),
  };
}

function textOf(progress: Progress): string {
  switch (progress.kind) {
    case 'planned':
      return `planned ${progress.plan.exchanges.length} requests`;
    case 'sending':
      return `${progress.done}/${progress.of} waiting for the answer to ${progress.id}`;
    case 'judging':
      return `judging the last of ${progress.open} exchanges`;
  }
}
