import type { Check } from '../../model/check.ts';
import { applies, notRun } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';
import { troubleOf } from '../setup-trouble.ts';

const check: Check = {
  id: 'request-admission',
  title: 'The request got through to the operation',
  failureTitle: 'The request did not get through to the operation',
  why: 'An answer about the account, the way or the moment says nothing about the operation.',
  appliesTo: ({ exchange }) =>
    exchange.result.kind === 'response' ? applies('may') : notRun('no whole response came'),
  evaluate: (subject) => {
    const { obstacle: actual } = subject;
    if (actual === undefined || troubleOf(subject) === undefined) return [];
    // Nobody documents it of the operation; what is documented of it is what could not be seen.
    const source = { ...subject.operation.source, strength: 'inferred' } as const;
    return [{ pointer: 'response', expected: 'an answer of the operation', actual, source, level: 'may' }];
  },
  examples: {
    passing: [
      exampleSubject({}),
      exampleSubject({ status: 500 }),
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
      exampleSubject({ intent: { kind: 'refused', cause: 'no-permission' }, status: 403 }),
      exampleSubject({
        intent: { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
        status: 403,
      }),
    ],
    failing: [
      ...[401, 403, 407, 429, 503].map((status) => ({
        subject: exampleSubject({ status }),
        pointers: ['response'],
      })),
      {
        subject: exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 429 }),
        pointers: ['response'],
      },
      {
        subject: exampleSubject({ intent: { kind: 'refused', cause: 'no-permission' }, status: 401 }),
        pointers: ['response'],
      },
    ],
    notApplicable: [
      exampleSubject({ failure: { code: 'ECONNRESET', phase: 'response', message: 'read ECONNRESET' } }),
    ],
  },
};

export default check;
