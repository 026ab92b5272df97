import type { Check, Subject } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { descend, locate, tokensOf, writtenTokens } from '../../model/json-pointer.ts';
import { oncePer } from '../../model/once-per.ts';
import type { Agreement } from '../../model/operation.ts';
import { pairPlaces } from '../../model/paired-places.ts';
import { sameFact } from '../../model/relation-holds.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
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
    const found = pairs(subject);
    if (found.length === 0) return notRun('none of the places is there to compare');
    return applies(strongestLevel(found.map(({ agreement }) => levelOf(agreement.source.strength))));
  },
  evaluate: (subject) =>
    pairs(subject)
      .filter(({ left, right }) => !sameFact(left, right))
      .map(({ agreement, pointer, left, right, with: other }) => ({
        pointer: `response.body#${pointer}`,
        expected: `${describeValue(right)} as ${other}`,
        actual: describeValue(left),
        source: agreement.source,
        level: levelOf(agreement.source.strength),
      })),
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

interface Pair {
  readonly agreement: Agreement;
  readonly pointer: string;
  readonly left: Json;
  readonly right: Json;
  readonly with: string;
}

/** Found once: whether the check applies and what it finds are asked one after the other. */
const pairs = oncePer(findPairs);

function findPairs(subject: Subject): readonly Pair[] {
  const body = subject.body && jsonOf(subject.body);
  return (subject.documented?.agreements ?? []).flatMap((agreement) => pairsOf(agreement, body));
}

function pairsOf(agreement: Agreement, body: Json | undefined): readonly Pair[] {
  switch (agreement.kind) {
    case 'key':
      return keyPairs(agreement, body);
    case 'value':
      return valuePairs(agreement, body);
    case 'order':
      return [];
  }
}

function keyPairs(agreement: Agreement & { kind: 'key' }, body: Json | undefined): readonly Pair[] {
  return locate(body, agreement.members).flatMap((member) => {
    const left = descend(member.value, writtenTokens(agreement.at));
    const right = tokensOf(member.pointer).at(-1) ?? '';
    return left === undefined
      ? []
      : [{ agreement, pointer: member.pointer + agreement.at, left, right, with: 'the key of the map' }];
  });
}

function valuePairs(agreement: Agreement & { kind: 'value' }, body: Json | undefined): readonly Pair[] {
  return pairPlaces(body, agreement.at, agreement.equals).map(({ place, other }) => ({
    agreement,
    pointer: place.pointer,
    left: place.value,
    right: other.value,
    with: agreement.equals,
  }));
}

export default check;
