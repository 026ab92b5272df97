import type { Check } from '../../model/check.ts';
import { oncePer } from '../../model/once-per.ts';
import type { FailureSign } from '../../model/operation.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
import { applies, notApplicable, withoutSuccess } from '../applicability.ts';
import { describeValue } from '../describe-value.ts';
import { exampleSubject } from '../example-subject.ts';
import { failureSignsIn } from '../failure-signs.ts';

const check: Check = {
  id: 'error-payload',
  title: 'A success status carries no error',
  failureTitle: 'A success status carries an error',
  why: 'Callers that trust the status take the failure for a success.',
  appliesTo: (subject) => {
    const signs = subject.operation.failureSigns;
    if (signs.length === 0) return notApplicable('no mark of failure is known for this operation');
    const missing = withoutSuccess(subject);
    if (missing !== undefined) return missing;
    if (subject.body?.kind !== 'json') return notApplicable('the body is no JSON');
    return applies(boundBy(signs));
  },
  evaluate: (subject) =>
    failureSignsIn(subject).map(({ found, sign }) => ({
      pointer: `response.body#${sign.at}`,
      expected: 'no mark of failure',
      actual: describeValue(found),
      source: sign.source,
      level: levelOf(sign.source.strength),
    })),
  examples: {
    passing: [exampleSubject({ text: '{"id":7}' }), exampleSubject({ text: '{"id":7,"error":null}' })],
    failing: [{ subject: exampleSubject({ text: '{"error":"no"}' }), pointers: ['response.body#/error'] }],
    notApplicable: [
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
      exampleSubject({ text: '' }),
    ],
  },
};

const boundBy = oncePer((signs: readonly FailureSign[]) =>
  strongestLevel(signs.map(({ source }) => levelOf(source.strength))),
);

export default check;
