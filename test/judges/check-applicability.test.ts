// When each check has something to say, how strongly it then binds, and why else it is silent (docs/verdicts.md).
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import type { Applicability, Check } from '../../src/model/check.ts';
import type { Intent } from '../../src/model/interaction.ts';
import type { Level } from '../../src/model/source.ts';

const all: readonly Check[] = checks;
const REFUSED: Intent = { kind: 'refused', cause: 'no-credentials' };
const FAILURE: Intent = { kind: 'accepted', outcome: 'failure' };
const RESET = { code: 'ECONNRESET', phase: 'response', message: 'read ECONNRESET' } as const;
const BOTH = [{ kind: 'made' }, { kind: 'told' }];
const INSTANTS = '{"made":"2024-03-04T09:00:00Z","changed":"2024-03-04T09:00:01Z"}';

function applicability(id: string, parts: ExampleParts): Applicability | undefined {
  return all.find((one) => one.id === id)?.appliesTo(exampleSubject(parts));
}

describe('a check binds as its source does', () => {
  it.each<readonly [string, ExampleParts, Level]>([
    ['error-payload', {}, 'should'],
    ['instant-order', { text: INSTANTS }, 'should'],
    ['notification-completeness', { notifications: BOTH }, 'must'],
    ['notification-correlation', { notifications: [{ kind: 'made', thing: '9' }] }, 'should'],
    ['notification-order', { notifications: BOTH }, 'should'],
    ['notification-outcome', { notifications: BOTH }, 'must'],
    ['notification-repetition', { notifications: BOTH }, 'should'],
    ['refusal', { intent: REFUSED, status: 401 }, 'must'],
    ['refusal', { intent: { kind: 'refused', cause: 'missing-field', field: 'x' }, status: 400 }, 'may'],
    ['request-admission', {}, 'may'],
    ['response-arrival', { failure: RESET }, 'must'],
    ['response-body-syntax', {}, 'must'],
    ['response-content-type', {}, 'should'],
    ['response-status', {}, 'must'],
    ['value-agreement', { text: '{"id":7,"copy":{"id":7}}' }, 'should'],
    ['value-echo', {}, 'should'],
  ])('%s of %j: %3$s', (id, parts, level) => {
    expect(applicability(id, parts)).toEqual({ applies: true, level });
  });
});

type Silence = readonly [string, ExampleParts, 'not-applicable' | 'not-run', string | RegExp];

const IN_THE_WAY: readonly (readonly [ExampleParts, RegExp])[] = [
  [{ status: 429 }, /rate limit/],
  [{ failure: RESET }, /ECONNRESET/],
];

describe('a check is silent, and says why', () => {
  it.each<Silence>([
    ...all
      .filter(({ id }) => !['refusal', 'request-admission', 'response-arrival'].includes(id))
      .flatMap(({ id }) => IN_THE_WAY.map(([parts, reason]): Silence => [id, parts, 'not-run', reason])),
    ...[
      ...['error-payload', 'instant-order', 'value-agreement', 'value-echo'],
      ...['notification-completeness', 'notification-order', 'notification-outcome'],
      ...['notification-correlation', 'notification-repetition', 'response-status'],
    ].map(
      (id): Silence => [
        id,
        { intent: REFUSED, status: 401 },
        'not-applicable',
        'the request is meant to be refused',
      ],
    ),
    ...['completeness', 'order', 'outcome', 'correlation', 'repetition'].flatMap((aspect): Silence[] => [
      [
        `notification-${aspect}`,
        { withoutNotifications: true },
        'not-applicable',
        'no notification is documented for this operation',
      ],
      [
        `notification-${aspect}`,
        { wait: { kind: 'not-awaited' } },
        'not-run',
        'notifications were not listened to',
      ],
      [
        `notification-${aspect}`,
        { wait: { kind: 'failed', failure: RESET } },
        'not-run',
        /\(read ECONNRESET\)$/,
      ],
      [`notification-${aspect}`, { status: 199 }, 'not-run', 'the answer is 199, no success'],
      [`notification-${aspect}`, { status: 300 }, 'not-run', 'the answer is 300, no success'],
    ]),
    ['error-payload', { text: '{' }, 'not-applicable', 'the body is no JSON'],
    ['instant-order', {}, 'not-run', 'no two instants are there to compare'],
    ['instant-order', { status: 204, text: '' }, 'not-applicable', /no document shows instants/],
    ['notification-order', { intent: FAILURE }, 'not-applicable', 'a single notification has no order'],
    [
      'notification-order',
      { notifications: [{ kind: 'made' }, { kind: 'failed' }] },
      'not-run',
      /fewer than two/,
    ],
    ['notification-outcome', {}, 'not-run', 'no documented notification came'],
    ['notification-repetition', {}, 'not-run', 'no documented notification came'],
    ['notification-correlation', { notifications: [{ kind: 'made' }] }, 'not-run', /could be tied/],
    ['refusal', {}, 'not-applicable', 'the request is meant to be accepted'],
    ['refusal', { intent: REFUSED, failure: RESET }, 'not-run', /ECONNRESET/],
    ['request-admission', { failure: RESET }, 'not-run', 'no whole response came'],
    ['response-body-syntax', { status: 204 }, 'not-applicable', 'no body is documented for this status'],
    ['response-content-type', { status: 204 }, 'not-applicable', 'no body is documented for this status'],
    ['value-agreement', { status: 204, text: '' }, 'not-applicable', /no document shows one fact/],
    ['value-agreement', {}, 'not-run', 'none of the places is there to compare'],
    ['value-echo', { status: 204, text: '' }, 'not-applicable', /no document shows a sent value/],
    ['value-echo', { requestBody: {} }, 'not-applicable', 'none of the values shown coming back was sent'],
    ['value-echo', { text: '{}' }, 'not-run', /no place of the answer/],
  ])('%s of %j is %s', (id, parts, outcome, reason) => {
    expect(applicability(id, parts)).toEqual({
      applies: false,
      outcome,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    });
  });
});
