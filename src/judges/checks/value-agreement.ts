import type { Check, Subject } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { descend, tokensOf, valueAtWritten, writtenTokens } from '../../model/json-pointer.ts';
import type { Agreement } from '../../model/operation.ts';
import { boundPointer, isSinglePlace, visitPairs, visitPlaces } from '../../model/paired-places.ts';
import { sameFact } from '../../model/relation-holds.ts';
import { levelOf } from '../../model/source.ts';
import { whileSame } from '../../model/while-same.ts';
import { applies, notApplicable, notRun, withoutSuccess } from '../applicability.ts';
import { type Compared, compareEach } from '../compare-each.ts';
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
    const { level } = compared(subject);
    return level === undefined ? notRun('none of the places is there to compare') : applies(level);
  },
  evaluate: (subject) =>
    compared(subject).differences.map(({ pointer, left, right, with: other, agreement: { source } }) => ({
      pointer: `response.body#${pointer}`,
      expected: `${describeValue(right)} as ${other}`,
      actual: describeValue(left),
      source,
      level: levelOf(source.strength),
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
      exampleSubject({ text: '{"id":7}' }),
      exampleSubject({ text: '{"copy":{"id":7}}' }),
      // The id is another member's.
      exampleSubject({ text: '{"list":[{"id":1},{"copy":{"id":2}}]}' }),
      exampleSubject({ status: 204, text: '' }),
    ],
  },
};

interface Difference {
  readonly agreement: Agreement;
  readonly pointer: string;
  readonly left: Json;
  readonly right: Json;
  readonly with: string;
}

/** Made once: whether the check applies and what it finds are asked one after the other. */
const compared = whileSame((subject: Subject): Compared<Difference> => {
  const body = subject.body && jsonOf(subject.body);
  return compareEach(subject.documented?.agreements ?? [], (agreement) => compare(agreement, body));
});

/** Undefined where not both places are there. */
function compare(agreement: Agreement, body: Json | undefined): readonly Difference[] | undefined {
  switch (agreement.kind) {
    case 'key':
      return compareKeys(agreement, body);
    case 'value':
      return compareValues(agreement, body);
    case 'order':
      return undefined;
  }
}

function compareKeys(
  agreement: Agreement & { kind: 'key' },
  body: Json | undefined,
): readonly Difference[] | undefined {
  const { members, at } = agreement;
  const inMember = writtenTokens(at);
  let differences: readonly Difference[] | undefined;
  visitPlaces(body, members, (value, passed) => {
    const left = descend(value, inMember);
    if (left === undefined) return;
    differences ??= NONE;
    const pointer = boundPointer(members, passed);
    const right = tokensOf(pointer).at(-1) ?? '';
    if (sameFact(left, right)) return;
    const difference = { agreement, pointer: pointer + at, left, right, with: 'the key of the map' };
    differences = [...differences, difference];
  });
  return differences;
}

type ValueAgreement = Agreement & { readonly kind: 'value' };

function compareValues(agreement: ValueAgreement, body: Json | undefined): readonly Difference[] | undefined {
  const { at, equals } = agreement;
  if (!isSinglePlace(at)) return compareMembers(agreement, body);
  const left = valueAtWritten(body, at);
  const right = valueAtWritten(body, equals);
  if (left === undefined || right === undefined) return undefined;
  return sameFact(left, right) ? NONE : [{ agreement, pointer: at, left, right, with: equals }];
}

function compareMembers(
  agreement: ValueAgreement,
  body: Json | undefined,
): readonly Difference[] | undefined {
  const { at, equals } = agreement;
  let differences: readonly Difference[] | undefined;
  visitPairs(body, at, equals, (left, right, passed) => {
    differences ??= NONE;
    if (sameFact(left, right)) return;
    const pointer = boundPointer(at, passed);
    differences = [...differences, { agreement, pointer, left, right, with: equals }];
  });
  return differences;
}

const NONE: readonly Difference[] = [];

export default check;
