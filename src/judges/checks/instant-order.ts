import type { Check, Subject } from '../../model/check.ts';
import { instantOf, isBefore } from '../../model/instant.ts';
import type { Json } from '../../model/json.ts';
import { oncePer } from '../../model/once-per.ts';
import type { Agreement, DocumentedResponse } from '../../model/operation.ts';
import { boundPointer, visitPairs } from '../../model/paired-places.ts';
import { levelOf } from '../../model/source.ts';
import { whileSame } from '../../model/while-same.ts';
import { applies, notApplicable, notRun, withoutSuccess } from '../applicability.ts';
import { type Compared, compareEach } from '../compare-each.ts';
import { describeValue } from '../describe-value.ts';
import { exampleSubject } from '../example-subject.ts';
import { jsonOf } from '../expression-scope.ts';

const check: Check = {
  id: 'instant-order',
  title: 'Instants follow each other as their meaning has it',
  failureTitle: 'Something is told to have happened before what it follows',
  why: 'Waiting times come out negative, and a history that is sorted by time stands on its head.',
  appliesTo: (subject) => {
    const missing = withoutSuccess(subject);
    if (missing !== undefined) return missing;
    if (ordersIn(subject).length === 0)
      return notApplicable('no document shows instants that follow each other');
    const { level } = compared(subject);
    return level === undefined ? notRun('no two instants are there to compare') : applies(level);
  },
  evaluate: (subject) =>
    compared(subject).differences.map(({ pointer, instant, bound, order: { notBefore, source } }) => ({
      pointer: `response.body#${pointer}`,
      expected: `not before ${describeValue(bound)} as ${notBefore}`,
      actual: describeValue(instant),
      source,
      level: levelOf(source.strength),
    })),
  examples: {
    passing: [
      exampleSubject({ text: '{"made":"2024-03-04T09:00:00Z","changed":"2024-03-04T09:00:01Z"}' }),
      exampleSubject({ text: '{"made":"2024-03-04T09:00:00Z","changed":"2024-03-04T10:00:00+01:00"}' }),
      exampleSubject({
        text: '{"made":"2024-03-04T09:00:00.538Z","list":[{"added":"2024-03-04T09:00:00.000Z"}]}',
      }),
    ],
    failing: [
      {
        subject: exampleSubject({
          text: '{"made":"2024-03-04T09:00:00.002Z","changed":"2024-03-04T09:00:00.001Z"}',
        }),
        pointers: ['response.body#/changed'],
      },
      {
        subject: exampleSubject({
          text: '{"made":"2024-03-04T09:00:00Z","changed":"2024-03-04T09:30:00+01:00"}',
        }),
        pointers: ['response.body#/changed'],
      },
      {
        subject: exampleSubject({
          text: '{"made":"2024-03-04T09:00:00Z","list":[{"added":"2024-03-04T09:00:00Z"},{"added":"2024-03-04T08:59:59.999Z"}]}',
        }),
        pointers: ['response.body#/list/1/added'],
      },
    ],
    notApplicable: [
      exampleSubject({ text: '{"made":"2024-03-04T09:00:00Z","changed":null}' }),
      exampleSubject({ text: '{"changed":"2024-03-04T09:00:00Z"}' }),
      exampleSubject({ text: '{"made":"2024-03-04T09:00:00Z","changed":"2024-02-30T09:00:00Z"}' }),
      exampleSubject({ text: '{"made":"2024-03-04T09:00:00Z","changed":"2023-03-04 09:00:00"}' }),
      exampleSubject({ status: 204, text: '' }),
      exampleSubject({ status: 202 }),
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
    ],
  },
};

type Order = Agreement & { readonly kind: 'order' };

/** Where two instants stand the other way round. */
interface Reversal {
  readonly order: Order;
  readonly pointer: string;
  readonly instant: Json;
  readonly bound: Json;
}

const ordersOf = oncePer(({ agreements }: DocumentedResponse): readonly Order[] =>
  agreements.filter((agreement) => agreement.kind === 'order'),
);

function ordersIn({ documented }: Subject): readonly Order[] {
  return documented === undefined ? [] : ordersOf(documented);
}

/** Made once: whether the check applies and what it finds are asked one after the other. */
const compared = whileSame((subject: Subject): Compared<Reversal> => {
  const body = subject.body && jsonOf(subject.body);
  const read = readingInstants();
  return compareEach(ordersIn(subject), (order) => compare(order, body, read));
});

/** What is null, absent or no instant is in no order; its form is for the schema to judge. */
function compare(
  order: Order,
  body: Json | undefined,
  read: typeof instantOf,
): readonly Reversal[] | undefined {
  const { at, notBefore, precision } = order;
  let reversals: readonly Reversal[] | undefined;
  visitPairs(body, at, notBefore, (instant, bound, passed) => {
    const ms = read(instant);
    const boundMs = read(bound);
    if (ms === undefined || boundMs === undefined) return;
    reversals ??= NONE;
    if (!isBefore(ms, boundMs, precision)) return;
    reversals = [...reversals, { order, pointer: boundPointer(at, passed), instant, bound }];
  });
  return reversals;
}

const NONE: readonly Reversal[] = [];

/** Reads each text once: many places of one answer tell the same instant. */
function readingInstants(): typeof instantOf {
  const known = new Map<unknown, number | undefined>();
  return (value) => {
    if (!known.has(value)) known.set(value, instantOf(value));
    return known.get(value);
  };
}

export default check;
