import type { Check, Subject } from '../../model/check.ts';
import { instantOf, isBefore } from '../../model/instant.ts';
import { oncePer } from '../../model/once-per.ts';
import type { Agreement } from '../../model/operation.ts';
import { pairPlaces } from '../../model/paired-places.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
import { applies, notApplicable, notRun, withoutSuccess } from '../applicability.ts';
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
    if (orders(subject).length === 0)
      return notApplicable('no document shows instants that follow each other');
    const found = orderedInstants(subject);
    if (found.length === 0) return notRun('no two instants are there to compare');
    return applies(strongestLevel(found.map(({ order }) => levelOf(order.source.strength))));
  },
  evaluate: (subject) =>
    orderedInstants(subject)
      .filter(({ order, instant, bound }) => isBefore(instant.ms, bound.ms, order.precision))
      .map(({ order, instant, bound }) => ({
        pointer: `response.body#${instant.pointer}`,
        expected: `not before ${describeValue(bound.text)} as ${order.notBefore}`,
        actual: describeValue(instant.text),
        source: order.source,
        level: levelOf(order.source.strength),
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
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
    ],
  },
};

type Order = Agreement & { readonly kind: 'order' };

interface Instant {
  readonly pointer: string;
  readonly text: string;
  readonly ms: number;
}

interface OrderedInstants {
  readonly order: Order;
  readonly instant: Instant;
  readonly bound: Instant;
}

function orders({ documented }: Subject): readonly Order[] {
  return (documented?.agreements ?? []).filter((agreement) => agreement.kind === 'order');
}

/** What is null, absent or no instant is in no order; its form is for the schema to judge. */
const orderedInstants = oncePer(findInstants);

function findInstants(subject: Subject): readonly OrderedInstants[] {
  const body = subject.body && jsonOf(subject.body);
  return orders(subject).flatMap((order) =>
    pairPlaces(body, order.at, order.notBefore).flatMap(({ place, other }) => {
      const ms = instantOf(place.value);
      const boundMs = instantOf(other.value);
      if (ms === undefined || boundMs === undefined) return [];
      const instant = { pointer: place.pointer, text: String(place.value), ms };
      return [{ order, instant, bound: { pointer: other.pointer, text: String(other.value), ms: boundMs } }];
    }),
  );
}

export default check;
