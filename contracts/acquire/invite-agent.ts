import type { operations } from '../../src/generated/acquire.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import type { ResponseDraft } from '../interaction-draft.ts';

const { stated, shown } = citing('acquire-invite-agent');

type InviteAgent = operations['inviteAgent'];

export default defineContract<InviteAgent>({
  operation: 'acquire.inviteAgent',
  consumer: 'support-desk',
  relies: [
    { field: 'response.body#/data/*/userId', why: 'finds the agent a receipt is about' },
    { field: 'response.body#/data/*/online', why: 'warns when the invited agent is away' },
    { field: 'response.body#/data/*/sent', why: 'offers to invite again when nothing was sent' },
  ],
  knownBy: {},
  rules: [],
  interactions: (m) => {
    const method = 'POST';
    const path = '/api/v1/crm/messenger/agent/invite-agent';
    const headers = { Authorization: m.fromProviderState('Bearer {apiKey}', 'Bearer {{API_KEY}}') };
    const caseId = m.fromProviderState('{caseId}', 22);
    const department = m.fromProviderState('{departmentIds}', [2, 3, 4]);
    const agentIds = m.fromProviderState('{agentIds}', [1, 11, 26]);
    const openCase = [{ name: 'an API key' }, { name: 'an open case' }];
    const agents = { name: 'agents', params: { count: 3 } };
    const departments = { name: 'departments', params: { count: 3 } };
    const intent = { kind: 'accepted', outcome: 'success' } as const;
    // A map that may be empty: of departments alone, the document does not say who is listed.
    const response: ResponseDraft<InviteAgent, 200> = {
      status: 200,
      body: {
        data: m.eachKeyLike('1', { userId: m.integer(1), online: m.boolean(true), sent: m.boolean(true) }),
      },
    };
    const sources = [
      stated(7, 7, 'agents, departments or both are invited by arrays of integers beside the id of the case'),
      stated(17, 17, 'the API key is a bearer token'),
      shown(31, 48, 'the answer is a map of receipts, one for each agent'),
    ];
    return [
      {
        description: 'an invitation of agents and departments to an open case',
        states: [...openCase, agents, departments],
        intent,
        request: { method, path, headers, body: { caseId, department, agentIds } },
        response,
        sources: [...sources, shown(57, 69, 'one body invites three departments and three agents')],
      },
      {
        description: 'an invitation of agents to an open case',
        states: [...openCase, agents],
        intent,
        request: { method, path, headers, body: { caseId, agentIds } },
        response,
        sources: [...sources, stated(25, 25, 'agentIds is needed to invite agents')],
      },
      {
        description: 'an invitation of departments to an open case',
        states: [...openCase, departments],
        intent,
        request: { method, path, headers, body: { caseId, department } },
        response,
        sources: [...sources, stated(24, 24, 'department is needed to invite departments')],
      },
    ];
  },
});
