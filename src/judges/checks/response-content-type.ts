import type { Check } from '../../model/check.ts';
import { levelOf } from '../../model/source.ts';
import { applies, notApplicable, responseHeader, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'response-content-type',
  title: 'The body is labelled with the media type it has',
  failureTitle: 'The body is labelled with another media type',
  why: 'Many HTTP clients parse a body only when its label tells them to.',
  appliesTo: (subject) => {
    const documented = subject.documented?.contentType;
    if (documented === undefined)
      return withoutAnswer(subject) ?? notApplicable('no body is documented for this status');
    return withoutAnswer(subject) ?? applies(levelOf(documented.source.strength));
  },
  evaluate: (subject) => {
    const documented = subject.documented?.contentType;
    const actual = responseHeader(subject, 'content-type');
    if (documented === undefined || essence(actual) === essence(documented.value)) return [];
    const { source } = documented;
    return [
      {
        pointer: 'response.header.content-type',
        expected: documented.value,
        actual: actual ?? 'absent',
        source,
        level: levelOf(source.strength),
      },
    ];
  },
  examples: {
    passing: [exampleSubject({ headers: [['Content-Type', 'application/json; charset=utf-8']] })],
    failing: [
      {
        subject: exampleSubject({ headers: [['content-type', 'text/html']] }),
        pointers: ['response.header.content-type'],
      },
      { subject: exampleSubject({ headers: [] }), pointers: ['response.header.content-type'] },
    ],
    notApplicable: [exampleSubject({ status: 204, text: '' })],
  },
};

/** Type and subtype without parameters, in lower case (RFC 9110, section 8.3.1). */
function essence(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

export default check;
