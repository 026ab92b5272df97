import type { Subject } from '../model/check.ts';
import type { NotificationWait, Pair, TransportFailure } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { DocumentedResponse, NotificationKind, Operation } from '../model/operation.ts';
import type { Source } from '../model/source.ts';
import { createSubject } from './create-subject.ts';

/** What an example of a check sets; everything else is an ordinary answer of the invented operation below. */
export interface ExampleParts {
  readonly intent?: Intent;
  readonly status?: number;
  readonly headers?: readonly Pair[];
  readonly text?: string;
  readonly requestBody?: Json;
  readonly failure?: TransportFailure;
  readonly notifications?: readonly Json[];
  readonly wait?: NotificationWait;
  readonly withoutNotifications?: true;
}

/** An exchange of an operation that no vendor has, so that checks can be shown at work without any vendor. */
export function exampleSubject(parts: ExampleParts): Subject {
  const { requestBody = { name: 'a' }, status = 200, text = '{"id":7,"name":"a"}' } = parts;
  const headers = parts.headers ?? [['content-type', 'application/json']];
  const operation = parts.withoutNotifications ? { ...OPERATION, notifications: undefined } : OPERATION;
  return createSubject(operation, parts.intent ?? { kind: 'accepted', outcome: 'success' }, {
    id: 'example.createThing/example',
    operation: operation.id,
    request: {
      method: 'POST',
      path: '/things/9',
      query: [],
      headers: [['content-type', 'application/json']],
      body: { text: JSON.stringify(requestBody) },
    },
    result:
      parts.failure === undefined
        ? { kind: 'response', response: { status, headers, body: { text } } }
        : { kind: 'failure', failure: parts.failure },
    notifications: (parts.notifications ?? []).map((data) => ({ channel: '/things', data, afterMs: 1 })),
    notificationWait: parts.wait ?? { kind: 'complete', afterMs: 1 },
    timing: { responseMs: 1 },
  });
}

const SHOWN: Source = { document: 'example', lines: [1, 1], strength: 'shown' };
const STATED: Source = { document: 'example', lines: [2, 2], strength: 'stated' };

function response(status: number, parts: Partial<DocumentedResponse>): DocumentedResponse {
  const contentType = { value: 'application/json', source: SHOWN };
  return {
    status,
    source: STATED,
    contentType,
    schemaPointer: '/schema',
    refuses: [],
    echoes: [],
    agreements: [],
    ...parts,
  };
}

function kind(name: string): NotificationKind {
  return {
    name,
    title: name,
    schemaPointer: '/schema',
    source: SHOWN,
    matches: [{ at: '/kind', equals: name }],
    correlations: [
      { at: '/thing', relation: 'equals', value: '$request.path.id', source: SHOWN, identifies: true },
      {
        at: '/uri',
        relation: 'ends-with-segment',
        value: '$request.path.id',
        source: SHOWN,
        identifies: false,
      },
    ],
  };
}

const OPERATION: Operation = {
  id: 'example.createThing',
  vendor: 'example',
  title: 'Create a thing',
  method: 'POST',
  path: '/things/{id}',
  pathSource: STATED,
  source: STATED,
  effects: ['creates'],
  requirements: [],
  touches: [],
  history: [],
  parameters: [
    {
      name: 'Authorization',
      in: 'header',
      required: true,
      credential: true,
      source: STATED,
      presence: STATED,
      schemaPointer: undefined,
    },
  ],
  requestSchemaPointer: '/request',
  responses: [
    response(200, {
      echoes: [
        { at: '/name', relation: 'equals', value: '$request.body#/name', source: SHOWN },
        { at: '/side', relation: 'equals', value: '$request.body#/side', when: 'left', source: SHOWN },
      ],
      agreements: [
        { kind: 'value', at: '/copy/id', equals: '/id', source: SHOWN },
        { kind: 'key', members: '/parts/*', at: '/no', source: SHOWN },
        { kind: 'value', at: '/list/*/copy/id', equals: '/list/*/id', source: SHOWN },
        { kind: 'order', at: '/changed', notBefore: '/made', precision: 'exact', source: SHOWN },
        { kind: 'order', at: '/list/*/added', notBefore: '/made', precision: 'second', source: SHOWN },
      ],
    }),
    response(204, { contentType: undefined, schemaPointer: undefined }),
    response(401, { refuses: ['no-credentials', 'wrong-credentials'] }),
  ],
  failureSigns: [{ at: '/error', sign: { kind: 'present' }, source: SHOWN }],
  notifications: {
    endpoint: '/notifications',
    channel: '/things',
    source: SHOWN,
    kinds: [kind('made'), kind('told'), kind('failed')],
    outcomes: [
      { name: 'success', expects: ['made', 'told'], order: SHOWN, source: STATED },
      { name: 'failure', expects: ['failed'], order: SHOWN, source: STATED },
    ],
  },
};
