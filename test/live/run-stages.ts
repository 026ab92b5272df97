// Runs with effects on a tenant of each vendor, in which other people have things of their own.
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import { establish } from '../mock/mock-client.ts';
import { type MockedTenant, mockedTenant, type TenantVendorName } from './mocked-tenant.ts';

export interface RunStage {
  readonly vendor: TenantVendorName;
  readonly operation: string;
  readonly allow: object;
  /** As the mock reads the documents, where not by the primary reading. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Ways for the calls beside the documented ones to misbehave. */
  readonly troubles?: readonly string[];
  /** What somebody else has there. */
  readonly others: readonly string[];
  /** What the tenant file says of provider states, besides what the mock has to be asked for. */
  readonly said: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** Values that the tenant file names, by state. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

const ALL = ['contract', 'variant', 'probe'];

const EFFECTS = ['creates', 'notifies-people', 'joins-as-person'];

export const ACQUIRE: RunStage = {
  vendor: 'acquire',
  operation: 'acquire.joinChat',
  allow: { effects: EFFECTS },
  others: ['an open case'],
  said: {},
  named: {},
};

/** What is refused is sent as well. */
export const WHOLE_OF_ACQUIRE: RunStage = { ...ACQUIRE, allow: { effects: EFFECTS, sendings: ALL } };

/** A server that takes the call by another method than the first one tried. */
export const OTHER_READING: RunStage = {
  ...ACQUIRE,
  allow: { effects: EFFECTS, readings: true },
  readings: { 'acquire.join-method': 'post-with-body' },
};

export const ROCKETCHAT: RunStage = {
  vendor: 'rocketchat',
  operation: 'rocketchat.registerDepartment',
  allow: { effects: ['creates'] },
  others: [],
  said: {},
  named: { 'an agent': ['agentId'], 'a second agent': ['secondAgentId'] },
};

/** Answers come as notifications. */
export const GENESYS: RunStage = {
  vendor: 'genesys',
  operation: 'genesys.inviteAgentToChat',
  allow: { effects: EFFECTS },
  others: [],
  said: { 'an agent with an active chat': { contactCenterId: 'center-1' } },
  named: { 'an agent who can be invited': ['targetUri'], 'an agent who cannot be invited': ['targetUri'] },
};

/** The stage as a tenant of its own, and the arguments of its run. */
export async function openStage(
  stage: RunStage,
): Promise<MockedTenant & { readonly run: readonly string[] }> {
  const { vendor, operation, allow, readings = {}, troubles = [], others, named, said } = stage;
  const tenant = await mockedTenant(vendor, allow, { readings, troubles });
  for (const state of others) establish(tenant.mock, vendor, [state]);
  const found = Object.entries(named).map(([state, names]) => {
    const wanted = Object.fromEntries(names.map((name) => [name, '']));
    return [state, establish(tenant.mock, vendor, [state], wanted)] as const;
  });
  tenant.write(tenant.file, { states: { ...said, ...Object.fromEntries(found) } });
  return {
    ...tenant,
    run: ['run', '--tenant', 'tenants', '--reporter', 'json', '--operation', operation],
  };
}

/** What a vendor holds that a run has to take away; sessions of agents end by themselves. */
export function held(mock: Mock, { vendor }: RunStage): Readonly<Record<string, readonly string[]>> {
  const { sessions: _, ...things } = mock.holdings(vendor);
  return things;
}
