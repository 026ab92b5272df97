export interface ShownProgress {
  step(done: number, of: number): void;
  end(): void;
}

/** On a terminal one line that is renewed; elsewhere a line for every tenth of the work. */
export function showProgress(stream: NodeJS.WriteStream): ShownProgress {
  const started = Date.now();
  let told = 0;
  return {
    step: (done, of) => {
      const text = `${done} of ${of} experiments, about ${secondsLeft(started, done, of)} s left`;
      if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
      const tenth = Math.floor((done / of) * 10);
      if (!stream.isTTY && tenth > told) stream.write(`${text}\n`);
      told = tenth;
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}

function secondsLeft(started: number, done: number, of: number): number {
  return Math.round((((Date.now() - started) / Math.max(done, 1)) * (of - done)) / 1000);
}
