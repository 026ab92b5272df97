// `kill -9` at the boundaries of a run with effects, seen from the vendor: nothing is sent twice, what goes on comes to
// the report of a whole run, and clean-up takes away what the run made and nothing else.
import { expect, test } from 'vitest';
import { cleaned, resumed, uncut, type Whole } from './killed-rounds.ts';
import { GENESYS, OTHER_READING, ROCKETCHAT, type RunStage, WHOLE_OF_ACQUIRE } from './run-stages.ts';

/** Every boundary where it is asked for, which takes ten minutes on a quiet machine; else a few of each run, spread over it. */
const IS_EVERY = process.env['LIVECHAT_KILL_AT'] === 'every';
/** The only run to be killed, by its name below. */
const ONLY = process.env['LIVECHAT_KILL_OF'];
/** Commands at a time: most of the work is theirs. */
const LANES = 3;

interface Killing {
  readonly name: string;
  readonly stage: RunStage;
  readonly resumedAt: number;
  readonly cleanedAt: number;
}

const KILLINGS: readonly Killing[] = [
  { name: 'acquire', stage: WHOLE_OF_ACQUIRE, resumedAt: 2, cleanedAt: 0 },
  { name: 'acquire by another reading', stage: OTHER_READING, resumedAt: 1, cleanedAt: 0 },
  { name: 'rocketchat', stage: ROCKETCHAT, resumedAt: 1, cleanedAt: 1 },
  { name: 'genesys', stage: GENESYS, resumedAt: 2, cleanedAt: 1 },
];

interface Round {
  readonly name: string;
  readonly go: () => Promise<void>;
}

/** Numbers of boundaries, spread evenly. */
function spread(boundaries: number, points: number): readonly number[] {
  if (IS_EVERY) return Array.from({ length: boundaries }, (_, at) => at);
  return Array.from({ length: points }, (_, at) => Math.floor(((at + 0.5) * boundaries) / points));
}

function roundsOf({ name, stage, resumedAt, cleanedAt }: Killing, whole: Whole): readonly Round[] {
  const { boundaries } = whole;
  const called = (at: number, then: string) => `${name}, killed at ${at} of ${boundaries}, then ${then}`;
  return [
    ...spread(boundaries, resumedAt).map((at) => ({
      name: called(at, 'gone on with'),
      go: () => resumed(stage, whole, at),
    })),
    ...spread(boundaries, cleanedAt).map((at) => ({
      name: called(at, 'cleaned up'),
      go: () => cleaned(stage, at),
    })),
  ];
}

/** A few at a time. */
async function inLanes<Task>(tasks: readonly Task[], carryOut: (task: Task) => Promise<void>): Promise<void> {
  const waiting = tasks.values();
  const lane = async (): Promise<void> => {
    for (const task of waiting) await carryOut(task);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Who waits for hours wants to see how far it is, and whoever ends it what it had found. */
function tell(line: string): void {
  if (IS_EVERY) process.stderr.write(`${line}\n`);
}

test('a run may be killed anywhere', { timeout: IS_EVERY ? 14_400_000 : 300_000 }, async () => {
  const rounds: Round[] = [];
  const killings = KILLINGS.filter(({ name }) => ONLY === undefined || name === ONLY);
  await inLanes(killings, async (killing) => {
    rounds.push(...roundsOf(killing, await uncut(killing.stage)));
  });
  expect(rounds.length).toBeGreaterThanOrEqual(ONLY === undefined ? 8 : 1);
  const failed: string[] = [];
  await inLanes(rounds, ({ name, go }) =>
    go().then(
      () => tell(`${name}: held`),
      (error: unknown) => {
        failed.push(`${name}: ${String(error)}`);
        tell(`${name}: ${String(error)}`);
      },
    ),
  );
  expect(failed).toEqual([]);
});
