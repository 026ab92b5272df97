// Mistakes in the pact files, and contracts that no pact file holds.
import type { Mistake } from './mistakes.ts';

const FILE = 'pacts/support-desk-genesys.json';

function reference(member: string, value: string): string {
  return `"${member}": "${value}"`;
}

export const PACT_MISTAKES: readonly Mistake[] = [
  {
    name: 'JSON that cannot be parsed',
    plant: (copy) => copy.write(FILE, '{\n  "consumer": { "name": "desk" },\n  "provider" 1\n}'),
    code: 'file-malformed',
    says: ['support-desk-genesys.json:3:14 ', 'no valid JSON'],
  },
  {
    name: 'JSON that ends too early',
    plant: (copy) => copy.write(FILE, '{\n  "consumer": {'),
    code: 'file-malformed',
    says: ['support-desk-genesys.json:2:16 ', 'no valid JSON'],
  },
  {
    name: 'a pact file without a provider',
    plant: (copy) => copy.edit(FILE, '"provider":', '"provided":'),
    code: 'file-invalid',
    says: ['support-desk-genesys.json#: ', 'no "provider"'],
  },
  {
    name: 'an interaction that is tied to nothing',
    plant: (copy) => copy.edit(FILE, '"conformance":', '"conformity":'),
    code: 'file-invalid',
    says: ['support-desk-genesys.json#/interactions/0/comments/references: ', 'no "conformance"'],
  },
  {
    name: 'no pact file',
    plant: (copy) => copy.remove(FILE),
    code: 'pact-missing',
    says: ['support-desk-genesys.json ', 'genesys.inviteAgentToChat'],
  },
  {
    name: 'a pact file without interactions',
    plant: (copy) =>
      copy.write(
        FILE,
        '{"consumer":{"name":"support-desk"},"provider":{"name":"genesys"},"interactions":[]}',
      ),
    code: 'pact-empty',
    says: ['support-desk-genesys.json '],
  },
  {
    name: 'a message that follows nothing',
    plant: (copy) =>
      copy.edit(
        FILE,
        reference('follows', 'an invitation that comes to nothing'),
        reference('follows', 'a rumour'),
      ),
    code: 'pact-unmatched',
    says: ['support-desk-genesys.json: ', '"the failure of an invitation" follows no interaction'],
  },
  {
    name: 'a message of a kind that nobody documents',
    plant: (copy) =>
      copy.edit(FILE, reference('notification', 'inviteFailed'), reference('notification', 'rumour')),
    code: 'pact-unmatched',
    says: ['support-desk-genesys.json: ', '"the failure of an invitation" names the notification "rumour"'],
  },
  {
    name: 'an interaction of an operation that nobody documents',
    plant: (copy) =>
      copy.edit(
        FILE,
        reference('operation', 'genesys.inviteAgentToChat'),
        reference('operation', 'genesys.sing'),
      ),
    code: 'pact-unmatched',
    says: ['support-desk-genesys.json: ', 'names the operation "genesys.sing"'],
  },
  {
    name: 'an interaction without a request',
    plant: (copy) => copy.edit(FILE, '"request":', '"requested":'),
    code: 'pact-unmatched',
    says: ['support-desk-genesys.json: ', '"an invitation that comes to nothing" has no request'],
  },
  {
    name: 'an interaction that does not say what it means to provoke',
    plant: (copy) => copy.edit(FILE, reference('intent', 'accepted'), reference('intention', 'accepted')),
    code: 'pact-unmatched',
    says: ['support-desk-genesys.json: ', '"an invitation that comes to nothing" does not say what it means'],
  },
  {
    name: 'a refusal without its cause',
    plant: (copy) => copy.edit(FILE, reference('intent', 'accepted'), reference('intent', 'refused')),
    code: 'pact-unmatched',
    says: ['"an invitation that comes to nothing" does not say what it means to provoke'],
  },
  {
    name: 'a contract that no interaction of its pact file is about',
    plant: (copy) => {
      const text = '"operation": "acquire.sendSms"';
      copy.edit('pacts/support-desk-acquire.json', text, '"operation": "acquire.joinChat"');
    },
    code: 'pact-unmatched',
    says: ['support-desk-acquire.json: ', '"acquire.sendSms" has no interaction that is to be accepted'],
  },
  {
    name: 'a contract of an operation that nobody documents',
    plant: () => {},
    contracts: (all) => [
      ...all,
      { operation: 'genesys.inviteAgentToChats', consumer: 'x', relies: [], rules: [] },
    ],
    code: 'name-unknown',
    says: ['"genesys.inviteAgentToChats"'],
  },
];
