import type { Check } from '../../model/check.ts';
import { levelOf } from '../../model/source.ts';
import { applies, notApplicable, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'response-body-syntax',
  title: 'The body is well-formed JSON',
  failureTitle: 'The body is not well-formed JSON',
  why: 'A body that cannot be parsed loses everything in it.',
  appliesTo: (subject) => {
    if (subject.documented?.schemaPointer === undefined)
      return withoutAnswer(subject) ?? notApplicable('no body is documented for this status');
    return withoutAnswer(subject) ?? applies(levelOf(subject.documented.source.strength));
  },
  evaluate: ({ body, documented, operation }) => {
    if (body === undefined || body.kind === 'json') return [];
    const source = documented?.source ?? operation.source;
    const actual = body.kind === 'empty' ? 'an empty body' : body.problem;
    return [
      {
        pointer: 'response.body#',
        expected: 'a JSON value',
        actual,
        source,
        level: levelOf(source.strength),
      },
    ];
  },
  examples: {
    passing: [exampleSubject({ text: '{"id":7}' })],
    failing: [
      { subject: exampleSubject({ text: '{"id":' }), pointers: ['response.body#'] },
      { subject: exampleSubject({ text: '' }), pointers: ['response.body#'] },
    ],
    notApplicable: [exampleSubject({ status: 204, text: '' })],
  },
};

export default check;
