import type { Check, Subject } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { type Located, locate } from '../../model/json-pointer.ts';
import type { Echo } from '../../model/operation.ts';
import { brokenRelations, echoedValue } from '../../model/relation-holds.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
import { whileSame } from '../../model/while-same.ts';
import { applies, notApplicable, notRun, withoutSuccess } from '../applicability.ts';
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
    const comparable = comparisons(subject);
    if (comparable.length === 0)
      return notRun('no place of the answer where a sent value comes back is there');
    return applies(strongestLevel(comparable.map(({ echo }) => levelOf(echo.source.strength))));
  },
  evaluate: (subject) =>
    comparisons(subject).flatMap(({ echo, places, value }) =>
      brokenRelations(echo, places, value).map(({ pointer, expected, actual }) => ({
        pointer: `response.body#${pointer}`,
        expected: `${describeValue(expected)} from ${echo.value}`,
        actual: describeValue(actual),
        source: echo.source,
        level: levelOf(echo.source.strength),
      })),
    ),
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

interface Comparison {
  readonly echo: Echo;
  readonly places: readonly Located[];
  readonly value: Json;
}

interface SentEcho {
  readonly echo: Echo;
  readonly value: Json;
}

/** Echoes whose value was sent. */
const sentEchoes = whileSame(readSent);

function readSent(subject: Subject): readonly SentEcho[] {
  const scope = expressionScope(subject);
  const sent: SentEcho[] = [];
  for (const echo of subject.documented?.echoes ?? []) {
    const value = echoedValue(echo, scope);
    if (value !== undefined) sent.push({ echo, value });
  }
  return sent;
}

/** Echoes of which both sides are there; a missing place is for the schema to report. */
const comparisons = whileSame(compare);

function compare(subject: Subject): readonly Comparison[] {
  const body = subject.body && jsonOf(subject.body);
  const found: Comparison[] = [];
  for (const { echo, value } of sentEchoes(subject)) {
    const places = locate(body, echo.at);
    const isComparable = places.length > 0 || (echo.relation === 'includes-each' && body !== undefined);
    if (isComparable) found.push({ echo, places, value });
  }
  return found;
}

export default check;
