import type { RecordedStretch } from '../model/recorded.ts';
import type { AssignmentGround } from './assigned-exchange.ts';
import { attachNotifications } from './attach-notifications.ts';
import type { Observation } from './observation.ts';
import { observeItems } from './observe-items.ts';
import { type Course, readStretch, type StretchRead } from './read-stretch.ts';
import type { Counting, StretchCounter } from './stretch-counter.ts';

interface StretchBegun {
  readonly stretch: RecordedStretch;
  readonly counting: Counting;
}

/** Stretches on their way, in the order of the file: first they are counted, then what is left of them. */
interface OnTheWay {
  readonly begun: StretchBegun[];
  readonly read: StretchRead[];
}

/** Adds all that a recording holds, to the same end whoever counts; stops early, without an error, when aborted. */
export async function observeStretches(
  observation: Observation,
  stretches: AsyncIterable<RecordedStretch>,
  ground: AssignmentGround,
  { counter, signal }: { readonly counter: StretchCounter; readonly signal?: AbortSignal },
): Promise<void> {
  const course: Course = { observation, notifications: attachNotifications(ground), counter, signal };
  const onTheWay: OnTheWay = { begun: [], read: [] };
  for await (const stretch of stretches) {
    onTheWay.begun.push({ stretch, counting: counter.count(stretch) });
    // More than are worked on at a time, so that nobody who counts has to wait for us.
    await advance(course, onTheWay, counter.atOnce * 2);
    if (isAborted(course)) return;
  }
  await advance(course, onTheWay, 0);
  if (!isAborted(course)) await observeItems(observation, course.notifications.end());
}

/** Until no more than so many are on their way at each stage. */
async function advance(course: Course, { begun, read }: OnTheWay, most: number): Promise<void> {
  for (let next = begun[0]; next !== undefined; next = begun[0]) {
    if (isAborted(course) || (next.counting !== undefined && begun.length <= most)) break;
    begun.shift();
    const counted = await next.counting;
    if (counted === undefined) {
      await foldAll(course, read, 0);
      await observeHere(course, next.stretch);
    } else read.push(await readStretch(course, next.stretch, counted));
  }
  await foldAll(course, read, most);
}

async function foldAll(course: Course, read: StretchRead[], most: number): Promise<void> {
  while (read.length > most && !isAborted(course)) await read.shift()?.fold();
}

async function observeHere(course: Course, { texts, read }: RecordedStretch): Promise<void> {
  const { observation, notifications } = course;
  for (const entry of texts.ends.keys()) {
    if (isAborted(course)) return;
    const items = read(entry);
    const all = items instanceof Promise ? await items : items;
    const judged = observeItems(
      observation,
      all.flatMap((item) => notifications.add(item)),
    );
    // Most is judged at once: to wait for each would take longer.
    if (judged !== undefined) await judged;
  }
}

function isAborted({ signal }: Course): boolean {
  return signal?.aborted === true;
}
