import type { Check, Subject } from '../../model/check.ts';
import type { DocumentedResponse } from '../../model/operation.ts';
import { levelOf, type Source } from '../../model/source.ts';
import { applies, notApplicable, statusOf, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';
import { failureSignsIn } from '../failure-signs.ts';

const check: Check = {
  id: 'refusal',
  title: 'What the document gives reason to refuse is refused',
  failureTitle: 'What should be refused is not refused as documented',
  why: 'A caller that learns of its mistake from nobody goes on making it.',
  appliesTo: (subject) => {
    if (subject.intent.kind === 'accepted') return notApplicable('the request is meant to be accepted');
    const documented = documentedRefusal(subject);
    return (
      withoutAnswer(subject) ??
      applies(documented === undefined ? 'may' : levelOf(documented.source.strength))
    );
  },
  evaluate: (subject) => {
    const documented = documentedRefusal(subject);
    const status = statusOf(subject);
    if (documented === undefined ? isRefused(subject) : status === documented.status) return [];
    const source = documented?.source ?? reasonToRefuse(subject);
    return [
      {
        pointer: 'response.status',
        expected:
          documented === undefined
            ? 'a refusal (4xx, or a mark of failure in the body)'
            : String(documented.status),
        actual: String(status),
        source,
        level: documented === undefined ? 'may' : levelOf(source.strength),
      },
    ];
  },
  examples: {
    passing: [
      exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }),
      exampleSubject({
        intent: { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
        status: 422,
      }),
      exampleSubject({
        intent: { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
        status: 200,
        text: '{"error":"name"}',
      }),
      exampleSubject({
        intent: { kind: 'refused', cause: 'wrong-type', field: 'body#/name' },
        status: 400,
      }),
    ],
    failing: [
      {
        subject: exampleSubject({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 200 }),
        pointers: ['response.status'],
      },
      {
        subject: exampleSubject({
          intent: { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
          status: 200,
        }),
        pointers: ['response.status'],
      },
      {
        subject: exampleSubject({
          intent: { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
          status: 500,
        }),
        pointers: ['response.status'],
      },
      {
        subject: exampleSubject({
          intent: { kind: 'refused', cause: 'undocumented-value', field: 'query.kind' },
          status: 200,
        }),
        pointers: ['response.status'],
      },
    ],
    notApplicable: [
      exampleSubject({}),
      exampleSubject({
        intent: { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
        status: 401,
      }),
      exampleSubject({
        intent: { kind: 'refused', cause: 'wrong-type', field: 'body#/name' },
        status: 404,
      }),
    ],
  },
};

function documentedRefusal({ operation, intent }: Subject): DocumentedResponse | undefined {
  if (intent.kind === 'accepted') return undefined;
  return operation.responses.find(({ refuses }) => refuses.includes(intent.cause));
}

function isRefused(subject: Subject): boolean {
  const status = statusOf(subject);
  return (status >= 400 && status < 500) || (status < 400 && failureSignsIn(subject).length > 0);
}

/** Where the document says what is needed where something else was sent, or nothing. */
function reasonToRefuse({ operation, intent }: Subject): Source {
  if (intent.kind === 'refused' && 'field' in intent) return intent.reason ?? operation.source;
  return operation.parameters.find(({ credential }) => credential)?.presence ?? operation.source;
}

export default check;
