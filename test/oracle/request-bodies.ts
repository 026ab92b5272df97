// What is put before all who have an opinion of a request body.
import { withMember } from '../../src/model/edit-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import {
  escapeToken,
  JSON_TYPES,
  type JsonType,
  membersOf,
  typeOf,
  valueAt,
} from '../../src/model/json-pointer.ts';

export interface NamedBody {
  readonly name: string;
  readonly body: Json;
}

/** The example of the document, with the three fields that it lists and does not send. */
const WHOLE: JsonObject = {
  department: {
    enabled: false,
    showOnRegistration: true,
    name: 'new from api',
    email: 'department@example.com',
    showOnOfflineForm: true,
    description: 'for orders',
  },
  agents: [{ agentId: 'SQafHvoFPuB57NmBD', count: 0, order: 0 }],
};

const SAMPLES = {
  null: null,
  boolean: true,
  integer: 7,
  number: 1.5,
  string: 'text',
  array: [],
  object: {},
} as const satisfies Record<JsonType, Json>;

/** Each member removed, of each other type, and a member more in each object. */
export function derivedBodies(): readonly NamedBody[] {
  return [
    { name: 'everything the document lists', body: WHOLE },
    ...['', ...pointersBelow(WHOLE, '')].flatMap((pointer) => [
      ...removed(pointer),
      ...retyped(pointer),
      ...extended(pointer),
    ]),
  ];
}

function pointersBelow(value: Json, prefix: string): readonly string[] {
  return membersOf(value).flatMap(([key, member]) => {
    const pointer = `${prefix}/${escapeToken(key)}`;
    return [pointer, ...pointersBelow(member, pointer)];
  });
}

function removed(pointer: string): readonly NamedBody[] {
  if (pointer === '') return [];
  return [{ name: `no ${pointer}`, body: withMember(WHOLE, pointer, undefined) }];
}

function retyped(pointer: string): readonly NamedBody[] {
  const own = typeOf(valueAt(WHOLE, pointer) ?? null);
  return JSON_TYPES.filter((type) => type !== own).map((type) => ({
    name: `${pointer === '' ? 'the body' : pointer} is ${JSON.stringify(SAMPLES[type])}`,
    body: withMember(WHOLE, pointer, SAMPLES[type]),
  }));
}

function extended(pointer: string): readonly NamedBody[] {
  if (!isJsonObject(valueAt(WHOLE, pointer) ?? null)) return [];
  const added = `${pointer}/unlisted`;
  return [{ name: `${added} is "text"`, body: withMember(WHOLE, added, 'text') }];
}

/** One change of the whole body each. */
const CHANGES: readonly (readonly [pointer: string, value: Json])[] = [
  ['', {}],
  ['/department', {}],
  ['/department/enabled', 'yes'],
  ['/department/enabled', 'true'],
  ['/department/enabled', 1],
  ['/department/name', 5],
  ['/department/name', ''],
  ['/department/email', 'nope'],
  ['/department/email', ''],
  ['/agents', []],
  ['/agents', [{}]],
  ['/agents/0/username', 'agent.one'],
  ['/agents/0/count', '3'],
  ['/agents/0/order', -1],
  ['/departmentUnit', {}],
  ['/departmentUnit', { _id: 'unit' }],
  ['/departmentUnit', null],
  ['/department/waitingQueueMessage', 'please wait'],
  ['/department/waitingQueueMessage', {}],
];

/** What was once measured on the server, and members that only the vendor's newer pages have. */
export function chosenBodies(): readonly NamedBody[] {
  const { department } = WHOLE;
  const nameless = withMember(department ?? null, '/name', undefined);
  return [
    ...CHANGES.map(([pointer, value]) => ({
      name: `${pointer === '' ? 'the body' : pointer} is set to ${JSON.stringify(value)}`,
      body: withMember(WHOLE, pointer, value),
    })),
    { name: 'neither name nor email', body: { department: withMember(nameless, '/email', undefined) } },
    { name: 'department alone', body: { department: department ?? null } },
  ];
}
