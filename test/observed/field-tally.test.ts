// What parts of a recording have shown of fields is added up to what the whole has shown.
import { expect, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { FieldTally, OF_A_REPORT, UNBOUNDED } from '../../src/observed/field-tally.ts';

const isClosed = (pointer: string): boolean => pointer.endsWith('/status');

const messages: readonly Json[] = [
  { id: 7, status: 'active', users: [{ name: 'A' }, { name: null }] },
  { id: 8, status: 'active', users: [] },
  { id: '8', status: 'closed', meta: { 17: { seen: true }, 18: { seen: null } } },
  [1, 2.5, 'three'],
  { id: 9, status: null },
  { id: 9, status: 'active', users: [{ name: 'B', role: 'owner' }] },
  null,
  { id: 10, status: 'late', meta: { 19: { seen: false, note: {} } } },
];

function tallyOf(counted: readonly Json[]) {
  const tally = new FieldTally(isClosed, UNBOUNDED);
  const firsts = counted.flatMap((message, number) => (tally.add(message, number) ? [number] : []));
  return { tally, firsts };
}

test('wherever they are cut, the parts come to the same as the whole, and the same messages are the first', () => {
  const whole = new FieldTally(isClosed, OF_A_REPORT);
  const firsts = messages.flatMap((message, number) => (whole.add(message, number) ? [number] : []));
  expect(firsts).toEqual([0, 2, 3, 4, 5, 6, 7]);
  for (let cut = 0; cut <= messages.length; cut += 1) {
    const joined = new FieldTally(isClosed, OF_A_REPORT);
    const parts = [messages.slice(0, cut), messages.slice(cut)];
    const news = parts.map((part) => joined.merge(structuredClone(tallyOf(part).tally.tallied())));
    expect(joined.fields('body')).toEqual(whole.fields('body'));
    expect([...(news[0] ?? []), ...[...(news[1] ?? [])].map((number) => number + cut)].toSorted()).toEqual(
      firsts,
    );
  }
});

test('nothing that was seen before is a first', () => {
  const { tally } = tallyOf(messages);
  const known = new FieldTally(isClosed, OF_A_REPORT);
  known.merge(tally.tallied());
  expect([...known.merge(tally.tallied())]).toEqual([]);
  expect(known.fields('body')[0]).toMatchObject({ of: 16, present: 16, types: { object: 12 } });
});

test('an object with more names than any document lists is a map of ids, and is not to be counted in parts', () => {
  const wide = (from: number, to: number): Json =>
    Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`key-${from + at}`, true]));
  const { tally } = tallyOf([wide(0, 100), wide(50, 150)]);
  expect(new FieldTally(isClosed, OF_A_REPORT).hasRoomFor(tally.tallied())).toBe(true);
  tally.add(wide(100, 300), 2);
  const whole = new FieldTally(isClosed, OF_A_REPORT);
  expect(whole.hasRoomFor(tally.tallied())).toBe(false);
  whole.add(wide(0, 300), 0);
  expect(whole.fields('body').find(({ at }) => at === 'body#/*')).toMatchObject({
    present: 100,
    types: { boolean: 100 },
  });
  expect(whole.hasRoomFor(tallyOf([wide(0, 150)]).tally.tallied())).toBe(true);
  expect(whole.hasRoomFor(tallyOf([wide(400, 401)]).tally.tallied())).toBe(false);
});

test('what has more fields than a report tells is not to be counted in parts', () => {
  const lists = (names: number): Json =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `list-${at}`,
        Object.fromEntries(Array.from({ length: names }, (_one, name) => [`name-${name}`, name])),
      ]),
    );
  const known = new FieldTally(isClosed, OF_A_REPORT);
  expect(known.hasRoomFor(tallyOf([lists(98)]).tally.tallied())).toBe(true);
  expect(known.hasRoomFor(tallyOf([lists(99)]).tally.tallied())).toBe(false);
});

test('of a closed set no more values are told than anybody reads, and those that are told are counted in full', () => {
  const statuses = Array.from({ length: 20 }, (_, at): Json => ({ status: `s${at}` }));
  const joined = new FieldTally(isClosed, OF_A_REPORT);
  joined.merge(tallyOf(statuses).tally.tallied());
  joined.merge(tallyOf(statuses.toReversed()).tally.tallied());
  const { values, types } = joined.fields('body').find(({ at }) => at === 'body#/status') ?? {};
  expect(types).toEqual({ string: 40 });
  expect(values).toEqual(Array.from({ length: 12 }, (_, at) => ({ value: `s${at}`, times: 2 })));
});
