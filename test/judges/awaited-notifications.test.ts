// Which messages are about the call, which about another, and which are of no documented kind.
import { describe, expect, it } from 'vitest';
import {
  expectationOf,
  firstOfKind,
  foreignNotifications,
  ownNotifications,
  unknownNotifications,
} from '../../src/judges/awaited-notifications.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { expressionScope } from '../../src/judges/expression-scope.ts';
import type { Subject } from '../../src/model/check.ts';
import type { Json } from '../../src/model/json.ts';

const MESSAGES: readonly Json[] = [
  { kind: 'told', thing: '8', no: 0 },
  { kind: 'made', thing: '9', no: 1 },
  { kind: 'other', no: 2 },
  { kind: 'told', thing: '9', no: 3 },
  { kind: 'told', no: 4 },
];

const numbers = (found: readonly { readonly notification: { readonly data: Json } }[]) =>
  found.map(({ notification: { data } }) => JSON.stringify(data).replace(/.*"no":(\d).*/, '$1'));

describe('a message', () => {
  const subject = exampleSubject({ notifications: MESSAGES });

  it('is ours unless it names another call, in the order they came', () => {
    expect(numbers(ownNotifications(subject))).toEqual(['1', '3', '4']);
    expect(numbers(foreignNotifications(subject))).toEqual(['0']);
    expect(unknownNotifications(subject).map(({ data }) => data)).toEqual([{ kind: 'other', no: 2 }]);
  });

  it('of a kind is the first of ours', () => {
    expect(firstOfKind(subject, 'told')).toEqual({ kind: 'told', thing: '9', no: 3 });
    expect(firstOfKind(subject, 'failed')).toBeUndefined();
  });

  it('is of no kind where none are documented', () => {
    const silent = exampleSubject({ notifications: MESSAGES, withoutNotifications: true });
    for (const found of [ownNotifications, foreignNotifications, unknownNotifications])
      expect(found(silent)).toEqual([]);
    expect(expectationOf(silent)).toBeUndefined();
  });
});

describe('what is promised', () => {
  const promised = (subject: Subject) => expectationOf(subject)?.names;

  it('hangs on the outcome that was provoked', () => {
    expect(promised(exampleSubject({}))).toEqual(['made', 'told']);
    expect(promised(exampleSubject({ intent: { kind: 'accepted', outcome: 'failure' } }))).toEqual([
      'failed',
    ]);
    expect(
      promised(exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' } })),
    ).toBeUndefined();
  });

  it('comes with the outcome itself', () => {
    expect(expectationOf(exampleSubject({}))).toMatchObject({
      outcome: { name: 'success' },
      protocol: { channel: '/things' },
    });
  });
});

describe('what expressions refer to', () => {
  it('is the exchange as it was', () => {
    const subject = exampleSubject({ headers: [['X-Made', 'b']], status: 200, text: '{"id":1}' });
    const { exchange } = subject;
    const sent = { ...exchange.request, headers: [['X-Key', 'a']] as const, query: [['q', 'c']] as const };
    expect(expressionScope({ ...subject, exchange: { ...exchange, request: sent } })).toEqual({
      ...{ method: 'POST', path: '/things/9', pathTemplate: '/things/{id}', query: [['q', 'c']] },
      ...{ requestHeaders: [['X-Key', 'a']], requestBody: { name: 'a' } },
      ...{ status: 200, responseHeaders: [['X-Made', 'b']], responseBody: { id: 1 } },
    });
  });

  it('has no answer where none came, and no body where none was sent', () => {
    const subject = exampleSubject({
      failure: { code: 'ECONNRESET', phase: 'response', message: 'it broke' },
    });
    const sent = { ...subject.exchange.request, body: undefined };
    expect(expressionScope({ ...subject, exchange: { ...subject.exchange, request: sent } })).toMatchObject({
      ...{ requestBody: undefined, status: undefined, responseHeaders: [], responseBody: undefined },
    });
  });
});
