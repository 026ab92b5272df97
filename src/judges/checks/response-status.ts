import type { Check, Subject } from '../../model/check.ts';
import { oncePer } from '../../model/once-per.ts';
import type { DocumentedResponse } from '../../model/operation.ts';
import { levelOf, type Source, strongerLevel, strongestLevel } from '../../model/source.ts';
import { applies, notApplicable, statusOf, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';

const ACCEPTED = { kind: 'accepted', outcome: 'success' } as const;
const VARIANT = {
  field: 'body#/name',
  source: { document: 'example', lines: [3, 3], strength: 'stated' },
} as const;

const check: Check = {
  id: 'response-status',
  title: 'The status is the documented one',
  failureTitle: 'The status is not the documented one',
  why: 'Callers branch on the status before they read anything else.',
  appliesTo: (subject) => {
    if (subject.intent.kind === 'refused') return notApplicable('the request is meant to be refused');
    const missing = withoutAnswer(subject);
    if (missing !== undefined) return missing;
    const variant = refusedVariant(subject);
    const level = boundBy(successes(subject));
    return applies(variant === undefined ? level : strongerLevel(level, levelOf(variant.strength)));
  },
  evaluate: (subject) => {
    const documented = successes(subject);
    const status = statusOf(subject);
    if (documented.some((response) => response.status === status)) return [];
    const source = refusedVariant(subject) ?? documented[0]?.source ?? subject.operation.source;
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
    failing: [
      { subject: exampleSubject({ status: 202 }), pointers: ['response.status'] },
      {
        subject: exampleSubject({ intent: { ...ACCEPTED, variant: VARIANT }, status: 400 }),
        pointers: ['response.status'],
      },
    ],
    notApplicable: [
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
      exampleSubject({ status: 429 }),
      exampleSubject({
        intent: { ...ACCEPTED, variant: { ...VARIANT, disputed: 'vendor.name' } },
        status: 400,
      }),
    ],
  },
};

/** What allows the one thing in which the request differs from an accepted one, when it was refused for that. */
function refusedVariant(subject: Subject): Source | undefined {
  const status = statusOf(subject);
  const { intent } = subject;
  return intent.kind === 'accepted' && status >= 400 && status < 500 ? intent.variant?.source : undefined;
}

function successes({ operation }: Subject): readonly DocumentedResponse[] {
  return successesAmong(operation.responses);
}

const successesAmong = oncePer((responses: readonly DocumentedResponse[]) =>
  responses.filter(({ refuses, status }) => refuses.length === 0 && status < 300),
);

const boundBy = oncePer((responses: readonly DocumentedResponse[]) =>
  strongestLevel(responses.map(({ source }) => levelOf(source.strength))),
);

export default check;
