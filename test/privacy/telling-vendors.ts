// Vendors that tell everything, each as the tenant of a command.
import { establish, runMock } from '../mock/mock-client.ts';
import { hostileTenant } from './hostile-tenant.ts';
import { KEY, TOLD } from './places.ts';
import { plantInAnswer, tellAt } from './plant.ts';
import { type Answer, startPlantingGate } from './planting-gate.ts';

/** A chat vendor whose answers hold everything; `first` is the place of what each one says in a header. */
export async function chatTenant(first: string, entry: object = {}) {
  const mock = await runMock();
  const real = String(establish(mock, 'acquire', ['an API key'], { apiKey: '' })['apiKey']);
  let calls = 0;
  const gate = await startPlantingGate({
    vendor: mock.origin,
    credential: [KEY, real],
    answer: (answer, url) => {
      if (url.includes('/join')) calls += 1;
      const planted = plantInAnswer(answer, url.includes('/join') ? calls : 0);
      return { ...planted, headers: { ...planted.headers, 'x-first': `${TOLD.name} ${tellAt(first)}` } };
    },
  });
  return { gate, tenant: hostileTenant('acquire', { baseUrl: `${gate.origin}/acquire`, ...entry }) };
}

/** One whose notifications do, by `answer`. */
export async function agentTenant(answer: (answer: Answer) => Answer, entry: object = {}) {
  const mock = await runMock();
  const ask = (state: string, name: string) =>
    String(establish(mock, 'genesys', [state], { [name]: '' })[name]);
  const real = ask('an agent with an active chat', 'authorization');
  const gate = await startPlantingGate({ vendor: mock.origin, credential: [KEY, real], answer });
  const states = {
    'an agent with an active chat': { contactCenterId: 'center-1' },
    'an agent who can be invited': { targetUri: ask('an agent who can be invited', 'targetUri') },
    'an agent who cannot be invited': { targetUri: ask('an agent who cannot be invited', 'targetUri') },
  };
  return { gate, tenant: hostileTenant('genesys', { baseUrl: `${gate.origin}/genesys`, states, ...entry }) };
}

/** One that is reached only by what lies on the way to it. */
export function departmentTenant(entry: object) {
  const states = { 'an agent': { agentId: 'agent-1' }, 'a second agent': { secondAgentId: 'agent-2' } };
  return hostileTenant('rocketchat', { states, ...entry });
}
