// One mistake each that a user may make in the files that are loaded, and what is to be said of it.
import type { ContractModule } from '../../src/load/load-contracts.ts';
import type { SuiteCopy } from '../fixtures/suite-copy.ts';

export interface Mistake {
  readonly name: string;
  readonly plant: (copy: SuiteCopy) => void;
  readonly code: string;
  /** What the message must hold: file and place first. */
  readonly says: readonly string[];
  readonly contracts?: (all: readonly ContractModule[]) => readonly ContractModule[];
}

const INVITE = '/paths/~1api~1v2~1me~1chats~1{id}/post';

export const SPEC_MISTAKES: readonly Mistake[] = [
  {
    name: 'YAML that cannot be parsed',
    plant: (copy) => copy.edit('specs/genesys.yaml', 'openapi: 3.1.0\n', 'openapi: 3.1.0\ninfo: [1\n'),
    code: 'file-malformed',
    says: ['genesys.yaml:3:', 'no valid YAML'],
  },
  {
    name: 'a key twice',
    plant: (copy) => copy.edit('specs/genesys.yaml', 'info:\n', 'openapi: 3.1.0\ninfo:\n'),
    code: 'file-malformed',
    says: ['genesys.yaml:2:1 ', 'unique'],
  },
  {
    name: 'an alias',
    plant: (copy) => {
      copy.edit(
        'specs/genesys.yaml',
        'x-effects: [notifies-people]',
        'x-effects: &effects [notifies-people]',
      );
      copy.edit('specs/genesys.yaml', '      x-requires:\n', '      x-more: *effects\n      x-requires:\n');
    },
    code: 'file-malformed',
    says: ['genesys.yaml:25:15 ', '*effects'],
  },
  {
    name: 'no OpenAPI document',
    plant: (copy) => copy.write('specs/genesys.yaml', 'title: a list of wishes\n'),
    code: 'file-invalid',
    says: ['genesys.yaml#', 'no OpenAPI document', 'info and paths'],
  },
  {
    name: 'an operation that does not tell its effects',
    plant: (copy) => copy.edit('specs/genesys.yaml', '      x-effects: [notifies-people]\n', ''),
    code: 'file-invalid',
    says: [`genesys.yaml#${INVITE}: `, 'no "x-effects"'],
  },
  {
    name: 'an effect nobody knows',
    plant: (copy) => copy.edit('specs/genesys.yaml', '[notifies-people]', '[annoys-people]'),
    code: 'file-invalid',
    says: [`genesys.yaml#${INVITE}/x-effects/0: `, '"annoys-people"', '"notifies-people"'],
  },
  {
    name: 'an agreement of no kind',
    plant: (copy) =>
      copy.edit('specs/acquire.yaml', 'key-of: /data/*, equals: /userId', 'at: /data/*/userId'),
    code: 'file-invalid',
    says: ['acquire.yaml#', '/x-agreements/0', 'no "equals"'],
  },
  {
    name: 'an agreement of two kinds',
    plant: (copy) =>
      copy.edit(
        'specs/acquire.yaml',
        'key-of: /data/*, equals: /userId',
        'key-of: /data/*, at: /a, equals: /b',
      ),
    code: 'file-invalid',
    says: ['acquire.yaml#', '/x-agreements/0'],
  },
  {
    name: 'an echo of no runtime expression',
    plant: (copy) =>
      copy.edit('specs/acquire.yaml', 'includes-each: $request.body#/agentIds', 'includes-each: agentIds'),
    code: 'file-invalid',
    says: ['acquire.yaml#', '/x-echoes/0/includes-each', '"agentIds"'],
  },
  {
    name: 'a citation of an unlisted document',
    plant: (copy) => copy.edit('specs/genesys.yaml', 'lines: [39, 39]', 'document: hearsay, lines: [39, 39]'),
    code: 'source-unknown',
    says: [
      `genesys.yaml#${INVITE}/responses/200/content/application~1json/schema/properties/referenceId `,
      '"hearsay"',
    ],
  },
  {
    name: 'a presence that rests on an unlisted document',
    plant: (copy) =>
      copy.edit('specs/genesys.yaml', 'x-presence: { lines', 'x-presence: { document: hearsay, lines'),
    code: 'source-unknown',
    says: ['genesys.yaml#', '/properties/operationName', '"hearsay"'],
  },
  {
    name: 'a path without a source',
    plant: (copy) =>
      copy.edit(
        'specs/genesys.yaml',
        '    x-source: { document: genesys-chat-invite, lines: [13, 13], strength: stated }\n    post:',
        '    post:',
      ),
    code: 'source-missing',
    says: ['genesys.yaml#/paths/~1api~1v2~1me~1chats~1{id} '],
  },
  {
    name: 'a reference to nothing, deep in a schema',
    plant: (copy) => copy.edit('specs/genesys.yaml', 'schemas/Participant" }', 'schemas/Partisan" }'),
    code: 'reference-broken',
    says: [
      'genesys.yaml#/webhooks/participantsUpdated/',
      '/participants/items ',
      '#/components/schemas/Partisan',
    ],
  },
  {
    name: 'a reference into another file',
    plant: (copy) =>
      copy.edit('specs/genesys.yaml', '"#/components/schemas/Participant" }', '"other.yaml#/Participant" }'),
    code: 'reference-broken',
    says: ['genesys.yaml#/webhooks/', 'other.yaml#/Participant'],
  },
  {
    name: 'a notification that no webhook describes',
    plant: (copy) => copy.edit('specs/genesys.yaml', 'expects: [inviteFailed]', 'expects: [inviteLost]'),
    code: 'reference-broken',
    says: [`genesys.yaml#${INVITE}/x-notifications `, 'the webhook inviteLost'],
  },
  {
    name: 'no spec at all',
    plant: (copy) => {
      for (const vendor of ['acquire', 'genesys', 'rocketchat']) copy.remove(`specs/${vendor}.yaml`);
    },
    code: 'specs-missing',
    says: ['specs'],
  },
  {
    name: 'a member of a reading that nobody knows',
    plant: (copy) =>
      copy.edit('specs/readings/genesys.yaml', '      primary: true\n', '      primary: yes please\n'),
    code: 'file-invalid',
    says: ['readings/genesys.yaml#/0/readings/0/primary: ', '"yes please"'],
  },
  {
    name: 'a contradiction with one reading only',
    plant: (copy) =>
      copy.edit(
        'specs/readings/genesys.yaml',
        '    - { id: python-literal, says: "notifications are text as printed" }\n',
        '',
      ),
    code: 'file-invalid',
    says: ['readings/genesys.yaml#/1/readings: ', 'fewer than 2'],
  },
  {
    name: 'a document with a broken hash',
    plant: (copy) => copy.edit('specs/documents.yaml', 'sha256: c0a2', 'sha256: C0A2'),
    code: 'file-invalid',
    says: ['documents.yaml#/0/sha256: ', '"C0A2'],
  },
  {
    name: 'a document without a title',
    plant: (copy) => copy.edit('specs/documents.yaml', '  title: Join Chat\n', ''),
    code: 'file-invalid',
    says: ['documents.yaml#/1: ', 'no "title"'],
  },
  {
    name: 'no list of documents',
    plant: (copy) => copy.remove('specs/documents.yaml'),
    code: 'file-unreadable',
    says: ['documents.yaml ', 'ENOENT'],
  },
];
