import type { PactMatcher } from '../judges/contract/pact-matcher.ts';

/** Long enough for the next test, short enough not to hold up the end of the process. */
const IDLE_MS = 400;

let opened: Promise<PactMatcher> | undefined;
let users = 0;
let idle: NodeJS.Timeout | undefined;

/** Pact's verifier takes its time to start: one serves all who ask, and ends when nobody has for a while. */
export async function withSharedMatcher<Result>(
  use: (matcher: PactMatcher) => Promise<Result>,
): Promise<Result> {
  clearTimeout(idle);
  users += 1;
  opened ??= open();
  try {
    return await use(await opened);
  } finally {
    users -= 1;
    if (users === 0) idle = setTimeout(closeSharedMatcher, IDLE_MS);
  }
}

export async function closeSharedMatcher(): Promise<void> {
  clearTimeout(idle);
  const closing = opened;
  opened = undefined;
  await (await closing)?.close();
}

async function open(): Promise<PactMatcher> {
  const { startPactMatcher } = await import('../judges/contract/pact-matcher.ts');
  return startPactMatcher();
}
