import type { Check, Subject } from '../../model/check.ts';
import type { DocumentedResponse } from '../../model/operation.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
import { applies, notApplicable, statusOf, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'response-status',
  title: 'The status is the documented one',
  failureTitle: 'The status is not the documented one',
  why: 'Callers branch on the status before they read anything else.',
  appliesTo: (subject) => {
    if (subject.intent.kind === 'refused') return notApplicable('the request is meant to be refused');
    return (
      withoutAnswer(subject) ??
      applies(strongestLevel(successes(subject).map(({ source }) => levelOf(source.strength))))
    );
  },
  evaluate: (subject) => {
    const documented = successes(subject);
    const status = statusOf(subject);
    if (documented.some((response) => response.status === status)) return [];
    const source = documented[0]?.source ?? subject.operation.source;
    const expected = documented.map((response) => response.status).join(' or ');
    return [
      {
        pointer: 'response.status',
        expected,
        actual: String(status),
        source,
        level: levelOf(source.strength),
      },
    ];
  },
  examples: {
    passing: [exampleSubject({ status: 200 })],
    failing: [{ subject: exampleSubject({ status: 202 }), pointers: ['response.status'] }],
    notApplicable: [
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
      exampleSubject({ status: 429 }),
    ],
  },
};

function successes({ operation }: Subject): readonly DocumentedResponse[] {
  return operation.responses.filter(({ refuses, status }) => refuses.length === 0 && status < 300);
}

export default check;
