import type { components, operations } from '../../../generated/acquire.ts';
import type { Json } from '../../../model/json.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { asJson, idsAt } from '../../json-values.ts';
import type { Behaviour } from '../../mock-vendor.ts';
import { activeCase, invalidInput, recordNotFound } from './problems.ts';
import type { AcquireStore, Agent } from './store.ts';

type Answer = operations['inviteAgent']['responses'][200]['content']['application/json'];
type Receipt = components['schemas']['InviteReceipt'];

/** Invites the agents named and the agents of the departments named. */
export function inviteAgent(store: AcquireStore): Behaviour {
  return ({ request: { body } }) => {
    const theCase = activeCase(store, childOf(body, 'caseId'));
    if ('refused' in theCase) return theCase.refused;
    const ids = invitedIds(store, body);
    if (ids === undefined) return recordNotFound('Department');
    if (ids.length === 0) return invalidInput('agentIds or department is required');
    const agents = ids.map((id) => store.agents.get(id)).filter((agent) => agent !== undefined);
    if (agents.length < ids.length) return recordNotFound('Agent');
    const answer: Answer = { data: Object.fromEntries(agents.map((agent) => [agent.id, receiptOf(agent)])) };
    return { kind: 'success', body: asJson(answer) };
  };
}

/** Undefined when a department is unknown. The document calls the list of agents both agentIds and agentId. */
function invitedIds(store: AcquireStore, body: Json | undefined): readonly number[] | undefined {
  const departments = idsAt(body, 'department').map((id) => store.departments.get(id));
  if (departments.includes(undefined)) return undefined;
  const named = [...idsAt(body, 'agentIds'), ...idsAt(body, 'agentId')];
  return [...new Set([...named, ...departments.flatMap((agentIds) => agentIds ?? [])])];
}

function receiptOf({ id, online }: Agent): Receipt {
  return { userId: id, online, sent: online };
}
