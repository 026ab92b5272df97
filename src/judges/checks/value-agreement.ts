import type { Check, Subject } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { descend, locate, tokensOf, writtenTokens } from '../../model/json-pointer.ts';
import type { Agreement } from '../../model/operation.ts';
import { boundPointer, visitPairs } from '../../model/paired-places.ts';
import { sameFact } from '../../model/relation-holds.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
import { whileSame } from '../../model/while-same.ts';
import { applies, notApplicable, notRun, withoutSuccess } from '../applicability.ts';
import { describeValue } from '../describe-value.ts';
import { exampleSubject } from '../example-subject.ts';
import { jsonOf } from '../expression-scope.ts';

const check: Check = {
  id: 'value-agreement',
  title: 'Places that tell the same fact agree',
  failureTitle: 'Two places that tell the same fact differ',
  why: 'Which of the two a caller believes depends on which it happens to read.',
  appliesTo: (subject) => {
    const missing = withoutSuccess(subject);
    if (missing !== undefined) return missing;
    const agreements = subject.documented?.agreements ?? [];
    if (agreements.every(({ kind }) => kind === 'order'))
      return notApplicable('no document shows one fact in two places');
    const found = comparisons(subject);
    if (found.length === 0) return notRun('none of the places is there to compare');
    return applies(strongestLevel(found.map(({ agreement }) => levelOf(agreement.source.strength))));
  },
  evaluate: (subject) =>
    comparisons(subject).flatMap(({ agreement: { source }, differences }) =>
      differences.map(({ pointer, left, right, with: other }) => ({
        pointer: `response.body#${pointer}`,
        expected: `${describeValue(right)} as ${other}`,
        actual: describeValue(left),
        source,
        level: levelOf(source.strength),
      })),
    ),
  examples: {
    passing: [
      exampleSubject({ text: '{"id":7,"copy":{"id":7},"parts":{"1":{"no":1}}}' }),
      exampleSubject({ text: '{"list":[{"id":1,"copy":{"id":1}},{"id":2,"copy":{"id":2}},{"id":3}]}' }),
    ],
    failing: [
      { subject: exampleSubject({ text: '{"id":7,"copy":{"id":8}}' }), pointers: ['response.body#/copy/id'] },
      {
        subject: exampleSubject({ text: '{"parts":{"1":{"no":1},"2":{"no":3}}}' }),
        pointers: ['response.body#/parts/2/no'],
      },
      {
        subject: exampleSubject({ text: '{"list":[{"id":1,"copy":{"id":1}},{"id":2,"copy":{"id":1}}]}' }),
        pointers: ['response.body#/list/1/copy/id'],
      },
    ],
    notApplicable: [
      exampleSubject({ text: '{"name":"a"}' }),
      // The id is another member's.
      exampleSubject({ text: '{"list":[{"id":1},{"copy":{"id":2}}]}' }),
      exampleSubject({ status: 204, text: '' }),
    ],
  },
};

/** An agreement of which both places are there, and where they differ. */
interface Comparison {
  readonly agreement: Agreement;
  readonly differences: readonly Difference[];
}

interface Difference {
  readonly pointer: string;
  readonly left: Json;
  readonly right: Json;
  readonly with: string;
}

/** Made once: whether the check applies and what it finds are asked one after the other. */
const comparisons = whileSame((subject: Subject): readonly Comparison[] => {
  const body = subject.body && jsonOf(subject.body);
  const found: Comparison[] = [];
  for (const agreement of subject.documented?.agreements ?? []) {
    const comparison = compare(agreement, body);
    if (comparison !== undefined) found.push(comparison);
  }
  return found;
});

function compare(agreement: Agreement, body: Json | undefined): Comparison | undefined {
  switch (agreement.kind) {
    case 'key':
      return compareKeys(agreement, body);
    case 'value':
      return compareValues(agreement, body);
    case 'order':
      return undefined;
  }
}

function compareKeys(agreement: Agreement & { kind: 'key' }, body: Json | undefined): Comparison | undefined {
  const { members, at } = agreement;
  const inMember = writtenTokens(at);
  const differences: Difference[] = [];
  let isThere = false;
  for (const { pointer, value } of locate(body, members)) {
    const left = descend(value, inMember);
    if (left === undefined) continue;
    isThere = true;
    const right = tokensOf(pointer).at(-1) ?? '';
    if (!sameFact(left, right))
      differences.push({ pointer: pointer + at, left, right, with: 'the key of the map' });
  }
  return isThere ? { agreement, differences } : undefined;
}

function compareValues(
  agreement: Agreement & { kind: 'value' },
  body: Json | undefined,
): Comparison | undefined {
  const { at, equals } = agreement;
  const differences: Difference[] = [];
  let isThere = false;
  visitPairs(body, at, equals, (left, right, passed) => {
    isThere = true;
    if (!sameFact(left, right))
      differences.push({ pointer: boundPointer(at, passed), left, right, with: equals });
  });
  return isThere ? { agreement, differences } : undefined;
}

export default check;
