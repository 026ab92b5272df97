// What checks say of operations that are documented otherwise than that of the examples.
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import { judgeByChecks } from '../../src/judges/judge-by-checks.ts';
import type { Check, Subject } from '../../src/model/check.ts';
import type { DocumentedResponse, NotificationOutcome, Operation } from '../../src/model/operation.ts';
import type { Source } from '../../src/model/source.ts';

const all: readonly Check[] = checks;
const at = (line: number): Source => ({ document: 'page', lines: [line, line], strength: 'shown' });

function checkOf(id: string): Check {
  const check = all.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
}

function subjectOf(
  parts: ExampleParts,
  operation: Partial<Operation>,
  documented: Partial<DocumentedResponse> = {},
): Subject {
  const subject = exampleSubject(parts);
  return {
    ...subject,
    operation: { ...subject.operation, ...operation },
    documented: subject.documented && { ...subject.documented, ...documented },
  };
}

const found = (id: string, subject: Subject) =>
  checkOf(id)
    .evaluate(subject)
    .map(({ pointer, expected, source }) => [pointer, expected, source.lines[0]]);
const reasonOf = (id: string, subject: Subject) => {
  const said = checkOf(id).appliesTo(subject);
  return said.applies ? said.level : said.reason;
};

describe('an operation without', () => {
  it('marks of failure has no error to carry', () => {
    expect(reasonOf('error-payload', subjectOf({}, { failureSigns: [] }))).toBe(
      'no mark of failure is known for this operation',
    );
  });

  it('a documented success is held against itself', () => {
    const responses = exampleSubject({}).operation.responses.filter(({ refuses }) => refuses.length > 0);
    expect(found('response-status', subjectOf({}, { responses, source: at(9) }))).toEqual([
      ['response.status', '', 9],
    ]);
  });

  it.each(['notification-completeness', 'notification-order', 'notification-outcome'])(
    'the outcome that was provoked promises nothing to %s',
    (id) => {
      const notifications = exampleSubject({}).operation.notifications;
      const [success] = notifications?.outcomes ?? [];
      const subject = subjectOf(
        {
          intent: { kind: 'accepted', outcome: 'failure' },
          notifications: [{ kind: 'made' }, { kind: 'told' }],
        },
        { notifications: notifications && { ...notifications, outcomes: success ? [success] : [] } },
      );
      expect(reasonOf(id, subject)).toMatch(
        /^(?:no notification is documented for this outcome|a single notification has no order)$/,
      );
    },
  );

  it.each([
    ['instant-order', /^no document shows instants/],
    ['value-agreement', /^no document shows one fact/],
    ['value-echo', /^no document shows a sent value/],
  ])('a documented answer of the status has nothing for %s', (id, reason) => {
    expect(reasonOf(id, exampleSubject({ status: 202 }))).toMatch(reason);
  });
});

describe('an answer', () => {
  const text = '{"id":1,"made":"2024-03-04T09:00:00Z","changed":"2024-03-04T09:00:00Z","copy":{"id":1}}';
  const agreements = exampleSubject({}).documented?.agreements ?? [];

  it('that only tells the same fact twice has no order, and the reverse', () => {
    const values = agreements.filter(({ kind }) => kind !== 'order');
    const orders = agreements.filter(({ kind }) => kind === 'order');
    expect(reasonOf('instant-order', subjectOf({ text }, {}, { agreements: values }))).toMatch(
      /^no document/,
    );
    expect(reasonOf('value-agreement', subjectOf({ text }, {}, { agreements: orders }))).toMatch(
      /^no document/,
    );
    expect(reasonOf('instant-order', subjectOf({ text }, {}, { agreements: orders }))).toBe('should');
    expect(reasonOf('value-agreement', subjectOf({ text }, {}, { agreements: values }))).toBe('should');
  });

  it('whose bound is no instant is in no order', () => {
    const odd = '{"made":"yesterday","changed":"2024-03-04T09:00:00Z"}';
    expect(reasonOf('instant-order', exampleSubject({ text: odd }))).toMatch(/^no two instants/);
  });

  it('names the key of a map however deep it lies, and leaves members without the value', () => {
    const deep = [{ kind: 'key', members: '/a/b/*', at: '/no', source: at(3) }] as const;
    const subject = subjectOf({ text: '{"a":{"b":{"1":{"no":2},"2":{}}}}' }, {}, { agreements: deep });
    expect(found('value-agreement', subject)).toEqual([
      ['response.body#/a/b/1/no', '"1" (string) as the key of the map', 3],
    ]);
    const without = subjectOf({ text: '{"a":{"b":{"2":{}}}}' }, {}, { agreements: deep });
    expect(reasonOf('value-agreement', without)).toBe('none of the places is there to compare');
  });

  it('that lacks a list which is to hold what was sent is told so, unless it is no JSON', () => {
    const echoes = [
      { at: '/names/*', relation: 'includes-each', value: '$request.body#/names', source: at(4) },
    ] as const;
    const requestBody = { names: ['a'] };
    const of = (answer: string) => subjectOf({ requestBody, text: answer }, {}, { echoes });
    expect(found('value-echo', of('{}')).map(([, , line]) => line)).toEqual([4]);
    expect(found('value-echo', of('{"names":["b","a"]}'))).toEqual([]);
    // A list in the list is not what was sent, be it the same list.
    expect(found('value-echo', of('{"names":[["a"]]}'))).toEqual([
      ['response.body#/names/*', '"a" (string) from $request.body#/names', 4],
    ]);
    expect(reasonOf('value-echo', of('<p>'))).toMatch(/^no place of the answer/);
  });

  it('of a type that begins alike is of another type', () => {
    const headers = [['content-type', 'application/xml']] as const;
    expect(found('response-content-type', exampleSubject({ headers }))).toHaveLength(1);
  });

  it('that is no JSON is cited by its own status, or by the operation', () => {
    const subject = subjectOf({ text: '{' }, { source: at(9) }, { source: at(8) });
    expect(found('response-body-syntax', subject)).toEqual([['response.body#', 'a JSON value', 8]]);
    expect(found('response-body-syntax', { ...subject, documented: undefined })).toEqual([
      ['response.body#', 'a JSON value', 9],
    ]);
  });
});

describe('a status', () => {
  const VARIANT = { field: 'body#/name', source: at(3) };
  const intent = { kind: 'accepted', outcome: 'success', variant: VARIANT } as const;

  it.each([
    [399, 2],
    [400, 3],
    [499, 3],
    [500, 2],
  ])('that refuses a variant is cited by what allows it: %i by line %i', (status, line) => {
    expect(found('response-status', exampleSubject({ intent, status }))).toEqual([
      ['response.status', '200 or 204', line],
    ]);
  });

  it.each<readonly [string, Source['strength'], number, string]>([
    ['more', 'stated', 400, 'must'],
    ['less', 'inferred', 400, 'should'],
    ['more, where it was not refused', 'stated', 200, 'should'],
  ])('binds by what allows the variant where that binds %s', (_, strength, status, level) => {
    const responses = exampleSubject({}).operation.responses.map((one) => ({ ...one, source: at(2) }));
    const variant = { ...VARIANT, source: { ...VARIANT.source, strength } };
    const subject = subjectOf({ intent: { ...intent, variant }, status }, { responses });
    expect(reasonOf('response-status', subject)).toBe(level);
  });

  it('that refuses something, or sends elsewhere, is no documented success', () => {
    const { responses } = exampleSubject({}).operation;
    const others = responses.slice(0, 1).flatMap((one) => [
      { ...one, status: 201, refuses: ['wrong-state'] as const },
      { ...one, status: 300 },
    ]);
    const subject = subjectOf({ status: 202 }, { responses: [...others, ...responses] });
    expect(found('response-status', subject)).toEqual([['response.status', '200 or 204', 2]]);
  });
});

describe('notifications of an operation that promises three', () => {
  const outcome = (name: 'success' | 'failure', ...expects: readonly string[]): NotificationOutcome => ({
    ...{ name, expects, order: at(5), source: at(6) },
  });

  function heard(...kinds: readonly string[]): Subject {
    const notifications = kinds.map((kind) => ({ kind }));
    const protocol = exampleSubject({}).operation.notifications;
    const outcomes = [outcome('success', 'made', 'told', 'failed'), outcome('failure', 'failed', 'made')];
    return subjectOf({ notifications }, { notifications: protocol && { ...protocol, outcomes } });
  }

  it('are in order whichever of them is missing', () => {
    expect(found('notification-order', heard('made', 'failed'))).toEqual([]);
    expect(found('notification-order', heard('failed', 'told'))).toEqual([
      ['notifications.failed', 'told, then failed', 5],
    ]);
  });

  it('are told by the first that is out of place', () => {
    expect(found('notification-order', heard('made', 'failed', 'told'))).toEqual([
      ['notifications.failed', 'made, then told, then failed', 5],
    ]);
  });

  it('are of no other outcome where both have them', () => {
    expect(found('notification-outcome', heard('made', 'told', 'failed'))).toEqual([]);
  });
});

describe('a notification', () => {
  it('is not held against what was not sent', () => {
    const protocol = exampleSubject({}).operation.notifications;
    const kinds = (protocol?.kinds ?? []).map((kind) => ({
      ...kind,
      correlations: kind.correlations.map((one) => ({ ...one, value: '$request.body#/gone' })),
    }));
    const notifications = [{ kind: 'made', thing: '8', uri: '/things/8' }];
    const subject = subjectOf({ notifications }, { notifications: protocol && { ...protocol, kinds } });
    expect(reasonOf('notification-correlation', subject)).toMatch(/could be tied to the call$/);
  });
});

describe('a check that does not apply', () => {
  it('leaves a case of the checks that binds nobody', () => {
    expect(judgeByChecks(exampleSubject({ status: 204, text: '' }), [checkOf('value-echo')])).toMatchObject([
      { judge: 'checks', check: 'value-echo', level: 'may', outcome: 'not-applicable' },
    ]);
  });
});
