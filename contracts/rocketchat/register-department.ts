import type { operations } from '../../src/generated/rocketchat.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import type { RequestBody } from '../documented.ts';
import type { ResponseDraft } from '../interaction-draft.ts';
import type { Template } from '../template.ts';

const { stated, shown } = citing('rocketchat-register-department');

type RegisterDepartment = operations['registerDepartment'];
type Registration = RequestBody<RegisterDepartment>;

export default defineContract<RegisterDepartment>({
  operation: 'rocketchat.registerDepartment',
  consumer: 'support-desk',
  relies: [
    {
      field: 'response.status',
      why: 'tells whether to sign in again, to ask for a permission or to mend the form',
    },
    { field: 'response.body#/success', why: 'takes an answer for a success or a refusal' },
    { field: 'response.body#/department/_id', why: 'routes chats to the new department' },
    { field: 'response.body#/department/name', why: 'shows the department in its list' },
    {
      field: 'response.body#/department/enabled',
      why: 'offers chats to a department only once it is enabled',
    },
    { field: 'response.body#/agents/*/agentId', why: 'shows who belongs to the department' },
    { field: 'response.body#/errorType', why: 'tells a form to mend from any other refusal' },
    { field: 'response.body#/error', why: 'shows the administrator what was refused' },
  ],
  knownBy: {},
  rules: [],
  interactions: (m) => {
    const method = 'POST';
    const path = '/api/v1/livechat/department';
    const token = 'RScctEHSmLGZGywfIhWyRpyofhKOiMoUIpimhvheU3f';
    const userId = m.fromProviderState('{userId}', 'rbAXPnMktTFbNpwtJ');
    const headers = { 'X-Auth-Token': m.fromProviderState('{authToken}', token), 'X-User-Id': userId };
    const unnamed = {
      enabled: false,
      showOnRegistration: true,
      email: m.fromProviderState('{departmentEmail}', 'department@example.com'),
      showOnOfflineForm: true,
    } satisfies Template<Omit<Registration['department'], 'name'>>;
    const name = m.fromProviderState('{departmentName}', 'new from api');
    const department = { ...unnamed, name } satisfies Template<Registration['department']>;
    const one = { agentId: m.fromProviderState('{agentId}', 'SQafHvoFPuB57NmBD') };
    const second = { agentId: m.fromProviderState('{secondAgentId}', 'QwErTyUiOpAsDfGhJ') };
    const agents: Template<NonNullable<Registration['agents']>> = [one];
    const manager = { name: 'a user who may manage departments' };
    const outsider = { name: 'a user without permission' };
    const newName = { name: 'a new department name' };
    const agent = { name: 'an agent' };
    const badRequest = (error: string): ResponseDraft<RegisterDepartment, 400> => ({
      status: 400,
      body: { success: false, error: m.string(error), errorType: m.string('invalid-params') },
    });
    const registered: ResponseDraft<RegisterDepartment, 200> = {
      status: 200,
      body: {
        success: true,
        department: {
          _id: m.string('iTfLCX3qqwKgf5uqg'),
          name: m.string('new from api'),
          enabled: m.boolean(false),
        },
        // None is a truthful answer: an agent who is unknown by now is left out.
        agents: m.eachLike({ agentId: m.string('SQafHvoFPuB57NmBD') }, 0),
      },
    };
    const sources = [
      stated(15, 34, 'the address of the operation, its permission and its two credentials'),
      stated(54, 109, 'what a department and an agent consist of, and what is required of them'),
      shown(39, 52, 'a department and one agent are sent'),
      shown(117, 134, 'the department comes back with its id, the agents and a mark of success'),
    ];
    return [
      {
        description: 'a new department with one agent',
        states: [manager, newName, agent],
        intent: { kind: 'accepted', outcome: 'success' },
        request: { method, path, headers, body: { department, agents } },
        response: registered,
        sources,
      },
      {
        description: 'a new department with two agents',
        states: [manager, newName, agent, { name: 'a second agent' }],
        intent: { kind: 'accepted', outcome: 'success' },
        request: { method, path, headers, body: { department, agents: [one, second] } },
        response: registered,
        sources: [...sources, stated(90, 93, 'agents is a list')],
      },
      {
        description: 'agents without a department',
        states: [manager, agent],
        intent: { kind: 'refused', cause: 'missing-field', field: 'body#/department' },
        request: { method, path, headers, body: { agents } },
        response: badRequest("must have required property 'department' [invalid-params]"),
        sources: [
          stated(55, 56, 'department is required'),
          stated(162, 184, 'a bad request is refused with success, error and errorType'),
          shown(167, 171, 'the error when department is missing'),
        ],
      },
      {
        description: 'a new department without a name',
        states: [manager, newName, agent],
        intent: { kind: 'refused', cause: 'missing-field', field: 'body#/department/name' },
        request: { method, path, headers, body: { department: unnamed, agents } },
        response: badRequest("must have required property 'name' [invalid-params]"),
        sources: [
          stated(70, 71, 'name is required'),
          stated(162, 184, 'a bad request is refused with success, error and errorType'),
          shown(173, 177, 'the error when name is missing'),
        ],
      },
      {
        description: 'a new department from nobody',
        states: [newName, agent],
        intent: { kind: 'refused', cause: 'no-credentials' },
        request: { method, path, body: { department, agents } },
        // The body is not relied on: its envelope is that of no other refusal.
        response: { status: 401 },
        sources: [
          stated(25, 34, 'both credentials are required'),
          stated(185, 187, 'a request without login is unauthorized'),
        ],
      },
      {
        description: 'a new department from a user with a wrong token',
        states: [manager, newName, agent],
        intent: { kind: 'refused', cause: 'wrong-credentials' },
        request: {
          method,
          path,
          headers: { ...headers, 'X-Auth-Token': m.fromProviderState('wrong-{authToken}', `wrong-${token}`) },
          body: { department, agents },
        },
        response: { status: 401 },
        sources: [
          stated(28, 28, 'the token is that of an authenticated user'),
          stated(185, 187, 'a request without login is unauthorized'),
        ],
      },
      {
        description: 'a new department from a user without permission',
        states: [outsider, newName, agent],
        intent: { kind: 'refused', cause: 'no-permission' },
        request: { method, path, headers, body: { department, agents } },
        response: {
          status: 403,
          body: {
            success: false,
            error: m.string(
              'User does not have the permissions required for this action [error-unauthorized]',
            ),
          },
        },
        sources: [
          stated(17, 17, 'the permission to manage departments is required'),
          stated(199, 217, 'a user who may not is refused with success and error'),
          shown(204, 207, 'the error when permissions are lacking'),
        ],
      },
    ];
  },
});
