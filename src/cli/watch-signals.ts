import { EXIT } from '../verdict/exit-code.ts';
import { reportError } from './report-error.ts';

/** For what goes on until it is told to end. */
export interface Signals {
  /** Resolves with the first SIGINT or SIGTERM; calls `report` at each SIGHUP before it. */
  readonly untilEnd: (report: () => Promise<void>) => Promise<void>;
  readonly stop: () => void;
}

/** From now on; a second SIGINT or SIGTERM ends the process at once. */
export function watchSignals(): Signals {
  let end: () => void = () => {};
  let isEnding = false;
  let report: () => Promise<void> = async () => {};
  let reporting = Promise.resolve();
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const onEnd = (): void => {
    if (isEnding) process.exit(EXIT.interrupted);
    isEnding = true;
    end();
  };
  const onReport = (): void => {
    // What keeps one report from being written does not keep requests from passing.
    reporting = reporting.then(() => report()).catch((error: unknown) => void reportError(error));
  };
  process.on('SIGINT', onEnd).on('SIGTERM', onEnd).on('SIGHUP', onReport);
  return {
    untilEnd: async (write) => {
      report = write;
      await ended;
      await reporting;
    },
    stop: () => {
      process.off('SIGINT', onEnd).off('SIGTERM', onEnd).off('SIGHUP', onReport);
    },
  };
}
