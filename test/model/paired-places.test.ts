import { expect, it } from 'vitest';
import { pairPlaces } from '../../src/model/paired-places.ts';

const BODY = {
  id: 7,
  users: [{ userId: 1, user: { id: 1 } }, { userId: 2 }, { userId: 3, user: { id: 4 } }],
  rooms: { 'a/b': { seats: [{ no: 1, of: 1 }, { no: 2 }] }, c: { seats: [{ no: 3, of: 9 }] } },
};

function pairs(at: string, other: string): readonly string[] {
  return pairPlaces(BODY, at, other).map(
    (pair) => `${pair.place.pointer} ${pair.place.value} with ${pair.other.pointer} ${pair.other.value}`,
  );
}

it('pairs a member with itself, and leaves out one that lacks either place', () => {
  expect(pairs('/users/*/user/id', '/users/*/userId')).toEqual([
    '/users/0/user/id 1 with /users/0/userId 1',
    '/users/2/user/id 4 with /users/2/userId 3',
  ]);
});

it('pairs every member with one place of the whole', () => {
  expect(pairs('/users/*/userId', '/id')).toEqual([
    '/users/0/userId 1 with /id 7',
    '/users/1/userId 2 with /id 7',
    '/users/2/userId 3 with /id 7',
  ]);
});

it('passes members of members, and keys that need escaping, on the same way', () => {
  expect(pairs('/rooms/*/seats/*/of', '/rooms/*/seats/*/no')).toEqual([
    '/rooms/a~1b/seats/0/of 1 with /rooms/a~1b/seats/0/no 1',
    '/rooms/c/seats/0/of 9 with /rooms/c/seats/0/no 3',
  ]);
});

it('pairs nothing where the other place is missing, or there is no body', () => {
  expect(pairs('/users/*/userId', '/lost')).toEqual([]);
  expect(pairPlaces(undefined, '/id', '/id')).toEqual([]);
});
