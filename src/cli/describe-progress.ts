import widthOf from 'fast-string-width';
import type { Waiting } from '../model/waiting.ts';
import type { Progress } from '../run/progress.ts';

/** What is under way at one vendor. */
interface Lane {
  readonly vendor: string;
  readonly id: string | undefined;
  readonly waiting: Waiting | undefined;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** All that is known of a run that goes on. */
export interface Course {
  readonly lanes: readonly Lane[];
  readonly sent: { readonly done: number; readonly of: number } | undefined;
  readonly stage: 'planning' | 'sending' | 'clearing' | 'judging';
  readonly open: number;
}

export const BEGINNING: Course = { lanes: [], sent: undefined, stage: 'planning', open: 0 };

/** The course once this has been told of it. */
export function advance(course: Course, progress: Progress, now: number): Course {
  switch (progress.kind) {
    case 'planned':
      return course;
    case 'sending': {
      const { id, vendor, done, of } = progress;
      const lane: Lane = { vendor, id, waiting: undefined, since: now };
      return { ...course, stage: 'sending', sent: { done, of }, lanes: withLane(course, lane) };
    }
    case 'sent': {
      const { vendor, done, of } = progress;
      const lanes = course.lanes.filter((lane) => lane.vendor !== vendor);
      return { ...course, sent: { done, of }, lanes };
    }
    case 'waiting': {
      const { waiting } = progress;
      const id = course.lanes.find(({ vendor }) => vendor === waiting.vendor)?.id;
      return { ...course, lanes: withLane(course, { vendor: waiting.vendor, id, waiting, since: now }) };
    }
    case 'clearing':
      return { ...course, stage: 'clearing', lanes: [] };
    case 'judging':
      return { ...course, stage: 'judging', open: progress.open, lanes: [] };
    default:
      return progress satisfies never;
  }
}

function withLane({ lanes }: Course, lane: Lane): readonly Lane[] {
  return [...lanes.filter(({ vendor }) => vendor !== lane.vendor), lane];
}

const BETWEEN = ' · ';

/** One line no wider than this: what is waited for, how long at most, and how far it has come. */
export function describeProgress(course: Course, now: number, columns: number): string {
  const parts = partsOf(course, now);
  const fitting = parts.filter((_, index) => widthOf(parts.slice(0, index + 1).join(BETWEEN)) <= columns);
  return fitting.join(BETWEEN);
}

function partsOf({ lanes, sent, stage, open }: Course, now: number): readonly string[] {
  // Vendors are asked side by side; the one that is waited for longest is what holds up the run.
  const [lane] = lanes.toSorted((one, other) => one.since - other.since);
  const count = sent === undefined || stage !== 'sending' ? [] : [`${sent.done}/${sent.of}`];
  switch (stage) {
    case 'judging':
      return [open === 1 ? 'judging the last exchange' : `judging the last of ${open} exchanges`];
    case 'clearing':
      return ['taking away what the run has made', ...(lane === undefined ? [] : waitingParts(lane, now))];
    case 'planning':
      return lane === undefined ? ['planning'] : waitingParts(lane, now);
    case 'sending':
      return [...(lane === undefined ? [] : waitingParts(lane, now)), ...count];
    default:
      return stage satisfies never;
  }
}

function waitingParts({ vendor, id, waiting, since }: Lane, now: number): readonly string[] {
  const name = id?.split('/')[0] ?? vendor;
  if (waiting === undefined) return [`sending to ${name}`];
  const seconds = Math.floor((now - since) / 1000);
  const most = Math.ceil(waiting.withinMs / 1000);
  const bound = `${seconds} s of at most ${most} s`;
  switch (waiting.kind) {
    case 'answer':
      return [`waiting for the answer to ${name}`, bound];
    case 'notifications':
      return [`waiting for the notifications of ${name}`, bound];
    case 'chore':
      return [`${vendor}: ${waiting.says}`, bound];
    case 'pause':
      return [`${vendor} is left alone until ${clockTime(since + waiting.withinMs)}`];
    default:
      return waiting satisfies never;
  }
}

function clockTime(instant: number): string {
  return new Date(instant).toTimeString().slice(0, 'hh:mm:ss'.length);
}
