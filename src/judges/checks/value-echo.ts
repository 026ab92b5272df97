import type { Check, Subject } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { locate } from '../../model/json-pointer.ts';
import type { Echo } from '../../model/operation.ts';
import { type BrokenRelation, brokenRelations, echoedValue } from '../../model/relation-holds.ts';
import { levelOf } from '../../model/source.ts';
import { whileSame } from '../../model/while-same.ts';
import { applies, notApplicable, notRun, withoutSuccess } from '../applicability.ts';
import { type Compared, compareEach } from '../compare-each.ts';
import { describeValue } from '../describe-value.ts';
import { exampleSubject } from '../example-subject.ts';
import { expressionScope, jsonOf } from '../expression-scope.ts';

const check: Check = {
  id: 'value-echo',
  title: 'What was sent comes back as shown',
  failureTitle: 'Something else came back than was sent',
  why: 'An answer about another thing than the one asked for is worse than none.',
  appliesTo: (subject) => {
    const echoes = subject.documented?.echoes ?? [];
    const missing = withoutSuccess(subject);
    if (missing !== undefined) return missing;
    if (echoes.length === 0) return notApplicable('no document shows a sent value coming back');
    if (sentEchoes(subject).length === 0)
      return notApplicable('none of the values shown coming back was sent');
    const { level } = compared(subject);
    return level === undefined
      ? notRun('no place of the answer where a sent value comes back is there')
      : applies(level);
  },
  evaluate: (subject) =>
    compared(subject).differences.map(({ pointer, expected, actual, echo: { value, source } }) => ({
      pointer: `response.body#${pointer}`,
      expected: `${describeValue(expected)} from ${value}`,
      actual: describeValue(actual),
      source,
      level: levelOf(source.strength),
    })),
  examples: {
    passing: [
      exampleSubject({ requestBody: { name: 'a' }, text: '{"name":"a"}' }),
      exampleSubject({ requestBody: { name: 'a', side: 'right' }, text: '{"name":"a","side":"left"}' }),
    ],
    failing: [
      {
        subject: exampleSubject({ requestBody: { name: 'a' }, text: '{"name":"b"}' }),
        pointers: ['response.body#/name'],
      },
      {
        subject: exampleSubject({ requestBody: { side: 'left' }, text: '{"side":"right"}' }),
        pointers: ['response.body#/side'],
      },
    ],
    notApplicable: [
      exampleSubject({ requestBody: { name: 'a' }, text: '{}' }),
      exampleSubject({ requestBody: {}, text: '{"name":"a"}' }),
      // Of this value nothing is said.
      exampleSubject({ requestBody: { side: 'right' }, text: '{"side":"left"}' }),
      exampleSubject({ status: 204, text: '' }),
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
    ],
  },
};

interface SentEcho {
  readonly echo: Echo;
  readonly source: Echo['source'];
  readonly value: Json;
}

/** Echoes whose value was sent. */
const sentEchoes = whileSame(readSent);

function readSent(subject: Subject): readonly SentEcho[] {
  const scope = expressionScope(subject);
  const sent: SentEcho[] = [];
  for (const echo of subject.documented?.echoes ?? []) {
    const value = echoedValue(echo, scope);
    if (value !== undefined) sent.push({ echo, source: echo.source, value });
  }
  return sent;
}

interface Difference extends BrokenRelation {
  readonly echo: Echo;
}

const compared = whileSame((subject: Subject): Compared<Difference> => {
  const body = subject.body && jsonOf(subject.body);
  return compareEach(sentEchoes(subject), ({ echo, value }) => compare(echo, value, body));
});

/** Of echoes of which both sides are there; a missing place is for the schema to report. */
function compare(echo: Echo, value: Json, body: Json | undefined): readonly Difference[] | undefined {
  const places = locate(body, echo.at);
  const isComparable = places.length > 0 || (echo.relation === 'includes-each' && body !== undefined);
  if (!isComparable) return undefined;
  return brokenRelations(echo, places, value).map((broken) => ({ echo, ...broken }));
}

export default check;
