// A right request to Rocket.Chat, as its document writes it.
import type { Json } from '../../src/model/json.ts';
import type { Sent } from './mock-client.ts';

export function departmentRequest(values: Readonly<Record<string, Json>>): Sent {
  return {
    method: 'POST',
    path: '/api/v1/livechat/department',
    headers: { 'X-Auth-Token': String(values['authToken']), 'X-User-Id': String(values['userId']) },
    body: {
      department: {
        enabled: false,
        showOnRegistration: true,
        name: values['departmentName'] ?? '',
        email: values['departmentEmail'] ?? '',
        showOnOfflineForm: true,
      },
      agents: values['agentId'] === undefined ? [] : [{ agentId: values['agentId'] }],
    },
  };
}
