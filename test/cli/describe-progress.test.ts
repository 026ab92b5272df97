// What a person sees while a run goes on: what is waited for, and how long at most.
import { describe, expect, test } from 'vitest';
import { advance, BEGINNING, type Course, describeProgress } from '../../src/cli/describe-progress.ts';
import type { Waiting } from '../../src/model/waiting.ts';
import type { Progress } from '../../src/run/progress.ts';

const START = Date.UTC(2026, 0, 1, 12);
const SENDING: Progress = {
  ...{ kind: 'sending', id: 'acquire.joinChat/an-agent-joins', vendor: 'acquire' },
  ...{ done: 12, of: 73 },
};

function told(...steps: readonly (readonly [seconds: number, progress: Progress])[]): Course {
  return steps.reduce((course, [s, progress]) => advance(course, progress, START + s * 1000), BEGINNING);
}

function waiting(kind: 'answer' | 'notifications' | 'pause', vendor = 'acquire'): Progress {
  return { kind: 'waiting', waiting: { kind, vendor, withinMs: 10_000 } satisfies Waiting };
}

const CHORE: Progress = {
  kind: 'waiting',
  waiting: { kind: 'chore', vendor: 'acquire', withinMs: 10_000, says: 'opens a case' },
};

describe('progress', () => {
  test.each([
    {
      steps: [
        [0, SENDING],
        [1, waiting('answer')],
      ] as const,
      says: 'waiting for the answer to acquire.joinChat · 3 s of at most 10 s · 12/73',
    },
    {
      steps: [
        [0, SENDING],
        [2, waiting('notifications')],
      ] as const,
      says: 'waiting for the notifications of acquire.joinChat · 2 s of at most 10 s · 12/73',
    },
    {
      steps: [
        [0, SENDING],
        [4, CHORE],
      ] as const,
      says: 'acquire: opens a case · 0 s of at most 10 s · 12/73',
    },
    { steps: [[0, { kind: 'judging', open: 5 }]] as const, says: 'judging the last of 5 exchanges' },
    {
      steps: [
        [0, SENDING],
        [1, { kind: 'clearing' }],
        [2, CHORE],
      ] as const,
      says: 'taking away what the run has made · acquire: opens a case · 2 s of at most 10 s',
    },
  ])('says "$says"', ({ steps, says }) => {
    expect(describeProgress(told(...steps), START + 4000, 120)).toBe(says);
  });

  test('tells until when a vendor is left alone', () => {
    const line = describeProgress(told([0, SENDING], [1, waiting('pause')]), START + 4000, 120);
    const until = new Date(START + 11_000);
    const two = (number: number) => String(number).padStart(2, '0');
    expect(line).toContain(
      `left alone until ${two(until.getHours())}:${two(until.getMinutes())}:${two(until.getSeconds())}`,
    );
  });

  test('names the vendor that has been waited for longest', () => {
    const other: Progress = { ...SENDING, id: 'genesys.inviteAgentToChat/an-invitation', vendor: 'genesys' };
    const course = told([0, other], [0, waiting('answer', 'genesys')], [3, SENDING], [3, waiting('answer')]);
    expect(describeProgress(course, START + 4000, 120)).toContain('genesys.inviteAgentToChat · 4 s');
  });

  test('no longer names a vendor that has answered', () => {
    const answered: Progress = { kind: 'sent', vendor: 'acquire', done: 13, of: 73 };
    const course = told(
      [0, SENDING],
      [0, waiting('answer')],
      [3, waiting('answer', 'genesys')],
      [4, answered],
    );
    expect(describeProgress(course, START + 4000, 120)).toBe(
      'waiting for the answer to genesys · 1 s of at most 10 s · 13/73',
    );
  });

  test('leaves out the end of what does not fit, and is never wider than the screen', () => {
    const course = told([0, SENDING], [1, waiting('answer')]);
    expect(describeProgress(course, START + 4000, 60)).toBe('waiting for the answer to acquire.joinChat');
    for (const columns of [0, 10, 47, 62, 63, 90])
      expect(describeProgress(course, START + 4000, columns).length).toBeLessThanOrEqual(columns);
  });
});
