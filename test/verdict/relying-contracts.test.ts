import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/model/contract.ts';
import { relyingContracts } from '../../src/verdict/relying-contracts.ts';

const DESK: Contract = {
  consumer: 'desk',
  vendor: 'nobody',
  operation: 'nobody.makeThing',
  file: 'desk-nobody.json',
  relies: [
    { field: 'response.body#/data/id', why: 'it opens the thing' },
    { field: 'response.body#/data/users/*/role', why: 'it shows who is who' },
    { field: 'response.body#/owners/0/id', why: 'it greets the first' },
    { field: 'response.status', why: 'it branches' },
    { field: 'notifications.told#/chat/id', why: 'it files the message' },
  ],
  rules: [],
  interactions: [],
};

function whys(pointer: string, operation = DESK.operation): readonly string[] {
  return relyingContracts(
    [DESK, { ...DESK, operation: 'nobody.other', consumer: 'other' }],
    operation,
    pointer,
  );
}

describe('relyingContracts', () => {
  it.each([
    ['the very field', 'response.body#/data/id', ['desk: it opens the thing']],
    ['an item of a list it reads', 'response.body#/data/users/3/role', ['desk: it shows who is who']],
    ['all items at once', 'response.body#/data/users/*/role', ['desk: it shows who is who']],
    ['a place above', 'response.body#/data/users', ['desk: it shows who is who']],
    ['a place below', 'response.body#/data/id/part', ['desk: it opens the thing']],
    ['every item where it reads one', 'response.body#/owners/*/id', ['desk: it greets the first']],
    [
      'the body',
      'response.body#',
      ['desk: it opens the thing', 'desk: it shows who is who', 'desk: it greets the first'],
    ],
    ['the status', 'response.status', ['desk: it branches']],
    ['a notification', 'notifications.told#/chat/id', ['desk: it files the message']],
    ['a notification that did not come', 'notifications.told', ['desk: it files the message']],
  ])('names who reads %s', (_, pointer, expected) => {
    expect(whys(pointer)).toEqual(expected);
  });

  it.each([
    'response.body#/data/identity',
    'response.body#/id',
    'response.body#/data/users/3/name',
    'response.body#/owners/1/id',
    'response.header.content-type',
    'notifications.made#/chat/id',
    'request.body#/data/id',
  ])('names nobody for %s', (pointer) => {
    expect(whys(pointer)).toEqual([]);
  });

  it('names the consumers of that operation alone', () => {
    expect(whys('response.status', 'nobody.other')).toEqual(['other: it branches']);
    expect(whys('response.status', 'nobody.third')).toEqual([]);
  });
});
