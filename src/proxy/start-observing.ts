import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ObservedExchange } from '../model/observed.ts';
import type { Effect } from '../model/operation.ts';
import type { MatchedOperation } from '../observed/match-operation.ts';
import type { Observation } from '../observed/observation.ts';
import type { ObservationGround } from '../observed/observation-ground.ts';
import { isEndpoint, matchOf, operationsOf } from './asked-operation.ts';
import { audienceOf } from './audience.ts';
import { watchBayeux } from './bayeux-watch.ts';
import { CopyRoom } from './bounded-copy.ts';
import { type Awaited, ExchangeWatch } from './exchange-watch.ts';
import { JudgeQueue } from './judge-queue.ts';
import { keepable } from './keepable.ts';
import { NotificationDesk } from './notification-desk.ts';
import { objectTo } from './object-to.ts';
import type { Onlooker, PassingRequest, Watch } from './onlooker.ts';
import { notAllowed } from './problem-answer.ts';
import type { TrafficJournal } from './traffic-journal.ts';

export interface ObservingOptions {
  readonly ground: ObservationGround;
  readonly observation: Observation;
  readonly journal: TrafficJournal;
  /** Answers of the vendor that break what its document states are answered by us instead. */
  readonly enforces: boolean;
  /** Where given, documented requests with other effects are not passed on. */
  readonly allowedEffects: readonly Effect[] | undefined;
}

export interface Observing {
  readonly onlooker: Onlooker;
  /** Resolves when all that has passed by now is judged. */
  readonly settled: () => Promise<void>;
  /** Waits for no more notifications; resolves when there is nothing left to judge. */
  readonly close: () => Promise<void>;
}

/** Of one body, and of all that wait to be judged. */
const MOST_BODY_BYTES = 4 * 1024 * 1024;
const MOST_COPIED_BYTES = 64 * 1024 * 1024;
const MOST_WAITING = 10_000;

/** Looks on, and judges what it has seen as soon as there is time for it. */
export function startObserving(options: ObservingOptions): Observing {
  const parts: Parts = {
    ...options,
    desk: new NotificationDesk(),
    room: new CopyRoom(MOST_COPIED_BYTES),
    queue: new JudgeQueue(MOST_WAITING),
    count: 0,
  };
  return {
    onlooker: {
      watch: (request) => watch(parts, request),
      ...(options.allowedEffects && { forbids: (request) => forbids(options, request) }),
    },
    settled: () => parts.queue.idle(),
    close: async () => {
      parts.desk.close();
      // Whoever waited hands in what there is.
      await nextTurn();
      await parts.queue.idle();
    },
  };
}

interface Parts extends ObservingOptions {
  readonly desk: NotificationDesk;
  readonly room: CopyRoom;
  readonly queue: JudgeQueue;
  count: number;
}

function watch(parts: Parts, request: PassingRequest): Watch {
  const { ground, desk, room } = parts;
  const operations = operationsOf(ground, request.destination.vendor);
  if (operations.some((operation) => isEndpoint(request, operation))) {
    const audience = audienceOf(request.destination.vendor, operations, request.headers);
    return watchBayeux({ desk, room, most: MOST_BODY_BYTES, audience });
  }
  const match = matchOf(ground, request);
  parts.count += 1;
  return new ExchangeWatch({
    at: `request ${parts.count} at ${new Date().toISOString()}`,
    request,
    room,
    // Of what nobody documents nothing but its address is looked at.
    most: match === undefined ? 0 : MOST_BODY_BYTES,
    awaited: match && awaitedOf(parts, request, match),
    submit: (take, release) => submit(parts, take, release),
    objectTo: parts.enforces && match !== undefined ? (observed) => objectTo(ground, observed) : undefined,
  });
}

function submit(parts: Parts, take: () => Promise<ObservedExchange>, release: () => void): void {
  const { queue, observation } = parts;
  const isTaken = queue.add(async () => {
    try {
      await record(parts, await take());
    } finally {
      release();
    }
  });
  if (isTaken) return;
  release();
  observation.unread({
    at: `after request ${parts.count}`,
    reason: 'too many exchanges waited to be judged',
  });
}

/** On disk before it is judged. What goes wrong with one exchange must not keep the next from passing. */
async function record({ ground, observation, journal }: Parts, observed: ObservedExchange): Promise<void> {
  try {
    const kept = keepable(ground, observed);
    if (kept !== undefined) journal.write(kept);
    await observation.add(observed);
  } catch (error) {
    observation.unread({ at: observed.at, reason: error instanceof Error ? error.message : String(error) });
  }
}

function awaitedOf(
  { ground, desk }: Parts,
  { destination, headers }: PassingRequest,
  { route: { operation, pathTemplate } }: MatchedOperation,
): Awaited | undefined {
  const protocol = operation.notifications;
  if (protocol === undefined) return undefined;
  const { channel = protocol.channel, timeoutMs } = destination.notifications;
  const audience = audienceOf(destination.vendor, operationsOf(ground, destination.vendor), headers);
  return { protocol, pathTemplate, hearing: desk.listen(audience, channel), timeoutMs };
}

function forbids({ ground, allowedEffects = [] }: ObservingOptions, request: PassingRequest) {
  const operation = matchOf(ground, request)?.route.operation;
  const excess = operation?.effects.filter((effect) => !allowedEffects.includes(effect)) ?? [];
  return operation === undefined || excess.length === 0 ? undefined : notAllowed(operation.id, excess);
}
