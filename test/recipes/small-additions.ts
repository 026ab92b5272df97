// An operation of a vendor there is already, a check, a report format and a target, each as its author would write it.

const CITED = 'x-source: { document: rocketchat-register-department, lines';

export const OPERATION_IN_SPEC = `paths:
  /api/v1/livechat/department/{id}/close:
    ${CITED}: [15, 15], strength: stated }
    post:
      operationId: closeDepartment
      summary: Close a department
      ${CITED}: [14, 15], strength: stated }
      security: [{ authToken: [], userId: [] }]
      x-effects: [irreversible]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: X-Auth-Token, in: header, required: true, x-credential: true, schema: { type: string } }
        - { name: X-User-Id, in: header, required: true, x-credential: true, schema: { type: string } }
      responses:
        "200":
          description: The department was closed.
          content:
            application/json:
              schema:
                type: object
                required: [success]
                properties:
                  success: { type: boolean, x-source: { lines: [160, 161] } }
              examples:
                documented:
                  x-source: { lines: [133, 133], strength: shown }
                  value: { success: true }
`;

export const OPERATION_CONTRACT = `import type { operations } from '../../src/generated/rocketchat.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';

const { stated } = citing('rocketchat-register-department');

export default defineContract<operations['closeDepartment']>({
  operation: 'rocketchat.closeDepartment',
  consumer: 'support-desk',
  relies: [{ field: 'response.body#/success', why: 'takes the department off the list' }],
  knownBy: {},
  rules: [],
  interactions: (m) => [
    {
      description: 'the closing of a department',
      states: [{ name: 'a user who may manage departments' }],
      intent: { kind: 'accepted', outcome: 'success' },
      request: {
        method: 'POST',
        path: '/api/v1/livechat/department/17/close',
        headers: {
          'X-Auth-Token': m.fromProviderState('{authToken}', 'token'),
          'X-User-Id': m.fromProviderState('{userId}', 'user'),
        },
      },
      response: { status: 200, body: { success: m.boolean(true) } },
      sources: [stated(14, 15, 'the address of departments')],
    },
  ],
});
`;

export const CHECK = `import type { Check } from '../../model/check.ts';
import { applies, withoutAnswer } from '../applicability.ts';
import { exampleSubject } from '../example-subject.ts';

const check: Check = {
  id: 'response-length',
  title: 'The answer is of a length one can read',
  failureTitle: 'The answer is too long to be read',
  why: 'Nobody reads a megabyte.',
  appliesTo: (subject) => withoutAnswer(subject) ?? applies('should'),
  evaluate: ({ exchange: { result }, operation }) =>
    result.kind === 'response' && 'text' in result.response.body && result.response.body.text.length > 1e6
      ? [{ pointer: 'response.body#', expected: 'less', actual: 'more', source: operation.source, level: 'should' }]
      : [],
  examples: { passing: [exampleSubject({})], failing: [], notApplicable: [] },
};

export default check;
`;

export const REPORTER = `import type { Reporter } from './reporter.ts';

const verdictLine: Reporter = {
  name: 'verdict-line',
  title: 'The verdict, and nothing else',
  file: 'verdict.txt',
  render: ({ verdict, totals }) => \`\${verdict} after \${totals.planned} cases\\n\`,
};

export default verdictLine;
`;

export const TARGET = `import type { TargetFactory } from './target-factory.ts';

const failure = { code: 'ECONNREFUSED', phase: 'connect', message: 'the target is switched off' } as const;

const factory: TargetFactory = {
  name: 'switched-off',
  title: 'a target where nobody is at home',
  open: async () => ({
    kind: 'switched-off',
    name: 'nobody',
    faults: [],
    establish: async ({ wanted }) => ({ kind: 'established', values: wanted }),
    obtain: async ({ id, operation, request: { body, ...request } }) => ({
      exchange: {
        id,
        operation,
        request: { ...request, body: body === undefined ? undefined : { text: body } },
        result: { kind: 'failure', failure },
        notifications: [],
        notificationWait: { kind: 'not-awaited' },
        timing: { responseMs: 0 },
      },
      reading: undefined,
      superseded: [],
    }),
    close: async () => {},
  }),
};

export default factory;
`;
