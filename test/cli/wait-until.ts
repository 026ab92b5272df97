import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
const PATIENCE_MS = 20_000;

/** Waits for what another process does. */
export async function waitUntil<Value>(look: () => Value | undefined, what: string): Promise<Value> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(POLL_MS);
  }
  throw new Error(`waited in vain for ${what}`);
}
