// A vendor nobody has heard of: its document, its spec and what our desk relies on.

export const DOCUMENT = [
  'Parley: open a conversation',
  '',
  'POST /v1/conversations opens a conversation.',
  'X-Api-Key, required: your key.',
  'subject, string, required: what it is about.',
  '',
  '200 the conversation:',
  '{ "conversation": { "id": 71, "subject": "A late parcel", "open": true } }',
  '401 who are you?',
  '{ "error": "unknown key" }',
].join('\n');

export const SPEC = `openapi: 3.1.0
info:
  title: Parley
  version: 1.0.0
  x-source: { document: parley-conversations, lines: [1, 10], strength: stated }
paths:
  /v1/conversations:
    x-source: { document: parley-conversations, lines: [3, 3], strength: stated }
    post:
      operationId: openConversation
      summary: Open a conversation
      x-source: { document: parley-conversations, lines: [3, 3], strength: stated }
      security: [{ key: [] }]
      x-effects: [creates]
      parameters:
        - name: X-Api-Key
          in: header
          required: true
          x-credential: true
          x-source: { lines: [4, 4] }
          schema: { type: string }
      requestBody:
        required: true
        x-source: { lines: [5, 5] }
        content:
          application/json:
            schema:
              type: object
              required: [subject]
              properties:
                subject: { type: string, x-source: { lines: [5, 5] } }
      responses:
        "200":
          description: The conversation was opened.
          x-source: { lines: [7, 7] }
          x-echoes:
            - at: /conversation/subject
              equals: $request.body#/subject
              x-source: { lines: [8, 8], strength: shown }
          content:
            application/json:
              x-source: { lines: [8, 8], strength: shown }
              schema:
                type: object
                required: [conversation]
                properties:
                  conversation:
                    type: object
                    x-source: { lines: [8, 8] }
                    required: [id, subject, open]
                    properties:
                      id: { type: integer, x-source: { lines: [8, 8] } }
                      subject: { type: string, x-source: { lines: [8, 8] } }
                      open: { type: boolean, x-source: { lines: [8, 8] } }
              examples:
                documented:
                  x-source: { lines: [8, 8], strength: shown }
                  value: { conversation: { id: 71, subject: A late parcel, open: true } }
        "401":
          description: The key is missing or unknown.
          x-source: { lines: [9, 9] }
          x-refuses: [no-credentials, wrong-credentials]
          content:
            application/json:
              x-source: { lines: [10, 10], strength: shown }
              schema:
                type: object
                required: [error]
                properties:
                  error: { type: string, x-source: { lines: [10, 10] } }
              examples:
                documented:
                  x-source: { lines: [10, 10], strength: shown }
                  value: { error: unknown key }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Api-Key }
`;

export const LISTED = (sha256: string): string => `- id: parley-conversations
  vendor: parley
  title: Open a conversation
  version: null
  published: null
  retrieved: "2026-01-01"
  file: parley.txt
  sha256: ${sha256}
  lines: 10
`;

export const CONTRACT = `import type { operations } from '../../src/generated/parley.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';

const { stated } = citing('parley-conversations');

export default defineContract<operations['openConversation']>({
  operation: 'parley.openConversation',
  consumer: 'support-desk',
  relies: [{ field: 'response.body#/conversation/id', why: 'opens the conversation on the screen' }],
  knownBy: {},
  rules: [],
  interactions: (m) => [
    {
      description: 'a new conversation',
      states: [{ name: 'a key' }],
      intent: { kind: 'accepted', outcome: 'success' },
      request: {
        method: 'POST',
        path: '/v1/conversations',
        headers: { 'X-Api-Key': m.fromProviderState('{apiKey}', 'key-of-parley') },
        body: { subject: 'A late parcel' },
      },
      response: { status: 200, body: { conversation: { id: m.integer(71) } } },
      sources: [stated(3, 8, 'a conversation is opened and comes back')],
    },
  ],
});
`;
