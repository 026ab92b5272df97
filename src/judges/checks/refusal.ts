import type { Check, Subject } from '../../model/check.ts';
import type { Intent } from '../../model/interaction.ts';
import type { DocumentedResponse, Operation, RefusalCause, Requirement } from '../../model/operation.ts';
import { type Level, levelOf, type Source } from '../../model/source.ts';
import { applies, notApplicable, statusOf, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';
import { failureSignsIn } from '../failure-signs.ts';

const check: Check = {
  id: 'refusal',
  title: 'What the document gives reason to refuse is refused',
  failureTitle: 'What should be refused is not refused as documented',
  why: 'A caller that learns of its mistake from nobody goes on making it.',
  appliesTo: (subject) => {
    const { intent, operation } = subject;
    if (intent.kind === 'accepted') return notApplicable('the request is meant to be accepted');
    const documented = documentedRefusal(operation, intent);
    return (
      withoutAnswer(subject) ??
      applies(documented === undefined ? boundBy(operation, intent) : levelOf(documented.source.strength))
    );
  },
  evaluate: (subject) => {
    const { intent, operation } = subject;
    if (intent.kind === 'accepted') return [];
    const status = statusOf(subject);
    const actual = String(status);
    const documented = documentedRefusal(operation, intent);
    if (documented === undefined) {
      if (isRefused(subject)) return [];
      const source = reasonToRefuse(operation, intent);
      // A server that breaks down has taken nothing on.
      const level = status >= 200 && status < 300 ? boundBy(operation, intent) : 'may';
      const expected = 'a refusal (4xx, or a mark of failure in the body)';
      return [{ pointer: 'response.status', expected, actual, source, level }];
    }
    if (status === documented.status) return [];
    const { source } = documented;
    const expected = String(documented.status);
    return [{ pointer: 'response.status', expected, actual, source, level: levelOf(source.strength) }];
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
      exampleSubject({ intent: { kind: 'refused', cause: 'wrong-state' }, status: 409 }),
      exampleSubject({ intent: { kind: 'refused', cause: 'no-feature' }, status: 422 }),
      exampleSubject({ intent: { kind: 'refused', cause: 'wrong-state' }, text: '{"error":"ended"}' }),
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
      {
        subject: exampleSubject({ intent: { kind: 'refused', cause: 'wrong-state' }, status: 200 }),
        pointers: ['response.status'],
      },
      {
        subject: exampleSubject({ intent: { kind: 'refused', cause: 'no-feature' }, status: 200 }),
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
      exampleSubject({ intent: { kind: 'refused', cause: 'wrong-state' }, status: 403 }),
    ],
  },
};

type Refused = Intent & { readonly kind: 'refused' };

function documentedRefusal({ responses }: Operation, { cause }: Refused): DocumentedResponse | undefined {
  return responses.find(({ refuses }) => refuses.includes(cause));
}

function isRefused(subject: Subject): boolean {
  const status = statusOf(subject);
  return status >= 400 ? status < 500 : failureSignsIn(subject).length > 0;
}

/** What a document says cannot be without, by what its want provokes. */
const NEEDED: Partial<Readonly<Record<RefusalCause, Requirement['kind']>>> = {
  'wrong-state': 'state',
  'no-feature': 'feature',
};

/**
 * That something is needed is no word on what comes of its want. That a thing in the wrong state takes no such request
 * is, and that there is no sending without a feature: who takes it on all the same contradicts the very words, in
 * whatever way it should have been refused.
 */
function boundBy(operation: Operation, intent: Refused): Level {
  return NEEDED[intent.cause] === undefined ? 'may' : levelOf(reasonToRefuse(operation, intent).strength);
}

/** Where the document says what is needed where something else was sent, or nothing. */
function reasonToRefuse(operation: Operation, intent: Refused): Source {
  if ('field' in intent) return intent.reason ?? operation.source;
  const needed = NEEDED[intent.cause];
  if (needed !== undefined)
    return operation.requirements.find(({ kind }) => kind === needed)?.source ?? operation.source;
  return operation.parameters.find(({ credential }) => credential)?.presence ?? operation.source;
}

export default check;
