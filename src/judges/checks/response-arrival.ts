import { diagnoseFailure } from '../../diagnosis/diagnose-failure.ts';
import type { Check } from '../../model/check.ts';
import { applies } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'response-arrival',
  title: 'A whole response arrived',
  failureTitle: 'No whole response arrived',
  why: 'Without a response nothing can be said of the operation.',
  appliesTo: () => applies('must'),
  evaluate: ({ exchange, operation }) => {
    if (exchange.result.kind === 'response') return [];
    const { failure } = exchange.result;
    const actual = `${diagnoseFailure(failure).says} (${failure.code}: ${failure.message})`;
    return [
      { pointer: 'response', expected: 'an HTTP response', actual, source: operation.source, level: 'must' },
    ];
  },
  examples: {
    passing: [exampleSubject({})],
    failing: [
      {
        subject: exampleSubject({
          failure: { code: 'ECONNRESET', phase: 'response', message: 'read ECONNRESET' },
        }),
        pointers: ['response'],
      },
    ],
    notApplicable: [],
  },
};

export default check;
