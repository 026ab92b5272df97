import { setTimeout as sleep } from 'node:timers/promises';
import { diagnoseAnswer } from '../diagnosis/diagnose-answer.ts';
import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import type { Pace } from '../model/tenant.ts';
import type { HttpClient, SendResult } from './http-client.ts';
import { retryAfterMs } from './retry-after.ts';
import { type PaceClock, Turnstile } from './turnstile.ts';

export interface PacedClientOptions {
  readonly client: HttpClient;
  readonly pace: Pace;
  readonly clock?: PaceClock;
  /** Asked before anything is sent again, since every sending counts against a budget; without it, always yes. */
  readonly mayRepeat?: () => boolean;
}

const CLOCK: PaceClock = { now: () => Date.now(), sleep: (ms) => sleep(ms) };

const FIRST_WAIT_MS = 1000;

/**
 * Sends at the pace of one vendor. After 429, 503 and what may pass by itself, a request without effects is sent
 * again, once the wait is over that was asked for. A request with effects never is: that an answer says it was not
 * carried out does not make it so, and a message to a person cannot be taken back.
 */
export function createPacedClient(options: PacedClientOptions): HttpClient {
  const { client, pace, clock = CLOCK, mayRepeat = () => true } = options;
  const turnstile = new Turnstile(pace, clock);
  const sendOnce = async (repeats: number, ...[baseUrl, request, traits]: Parameters<HttpClient['send']>) => {
    const heldMs = await turnstile.pass(traits?.operation);
    if (heldMs !== undefined) return { result: heldBack(heldMs), wait: undefined };
    const result = await client.send(baseUrl, request, traits);
    const wait = waitAfter(result, repeats, pace, clock.now());
    if (wait?.isForAll === true) turnstile.hold(wait.ms);
    return { result, wait };
  };
  const send: HttpClient['send'] = async (baseUrl, request, traits = {}) => {
    const chances = traits.isRepeatable === true ? pace.retries : 0;
    for (let repeats = 0; ; repeats += 1) {
      const { result, wait } = await sendOnce(repeats, baseUrl, request, traits);
      if (repeats >= chances || !isBearable(wait, pace) || !mayRepeat()) return result;
      if (!wait.isForAll) await clock.sleep(wait.ms);
    }
  };
  return { send, close: () => client.close() };
}

function isBearable(wait: Wait | undefined, pace: Pace): wait is Wait {
  return wait !== undefined && wait.ms <= pace.longestWaitMs;
}

interface Wait {
  readonly ms: number;
  /** The vendor wants to be left alone, and not only by this request. */
  readonly isForAll: boolean;
}

/** How long to wait before it is worth asking again; undefined when it is not. */
function waitAfter(result: SendResult, repeats: number, pace: Pace, now: number): Wait | undefined {
  const backOffMs = Math.min(FIRST_WAIT_MS * 2 ** repeats, pace.longestWaitMs);
  if (result.kind === 'failure')
    return diagnoseFailure(result.failure).isPassing ? { ms: backOffMs, isForAll: false } : undefined;
  if (diagnoseAnswer(result.response)?.isPassing !== true) return undefined;
  return { ms: retryAfterMs(result.response, now) ?? backOffMs, isForAll: true };
}

function heldBack(ms: number): SendResult {
  const message = `the vendor asked to be left alone for another ${Math.ceil(ms / 1000)} s`;
  return {
    kind: 'failure',
    failure: { code: 'HELD_BACK', phase: 'pace', message },
    responseMs: 0,
  };
}
