// What the recipes bring about is what the contracts ask for: each interaction comes out as it is described.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mock } from '../../src/mock/start-mock.ts';
import type { HttpInteraction, ProviderState } from '../../src/model/interaction.ts';
import type { StateValues } from '../../src/model/tenant.ts';
import { wantedValues } from '../../src/model/wanted-values.ts';
import { buildRequest } from '../../src/plan/build-request.ts';
import { awaitLeftover } from '../../src/states/await-leftover.ts';
import { cleanUp } from '../../src/states/clean-up.ts';
import { StateMaker } from '../../src/states/establish-states.ts';
import { cleanUpMeans } from '../../src/states/finish-clean-up.ts';
import { Ledger } from '../../src/states/ledger.ts';
import type { VendorMeans } from '../../src/states/vendor-means.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { establish, runMock } from '../mock/mock-client.ts';
import { type MockedVendor, meansOn, pause, sendTo, textOf } from './mock-tenant.ts';

const interactions = suite.contracts.flatMap((contract) =>
  contract.interactions.map(
    (interaction) => [`${contract.vendor}: ${interaction.description}`, interaction] as const,
  ),
);

/** What stays for good, as vendors.md and the recipes have it: the session of an agent has no end of its own. */
const LASTING = ['sessions'];

describe.each(interactions)('%s', (_, interaction) => {
  it('comes out as described, and nothing is left', async () => {
    const mock = await runMock();
    const means = tenantFor(mock, interaction);
    const before = holdings(mock, interaction.vendor);
    const ledger = Ledger.open(join(temporaryFolder(), 'ledger.ndjson'), { run: 'r1', tenant: 'mocked' });
    const { send, sent } = sendTo(mock.baseUrl);
    const maker = new StateMaker({ means: [means], ledger, send, pause });

    const { vendor, states, request } = interaction;
    const made = await maker.establish({ vendor, states, wanted: wantedValues(request.injections) });
    if (made.kind === 'unavailable') throw new Error(made.reason);
    const outgoing = buildRequest(request, made.values);
    const watch = awaitLeftover(
      { ...made, operation: interaction.operation, request: outgoing },
      means,
      ledger,
    );
    const result = await send(outgoing, {
      kind: 'state',
      vendor,
      says: '',
      effects: [],
      what: '',
      names: [],
    });
    watch(result);
    const status = result.kind === 'response' ? result.response.status : result.kind;
    expect(status).toSatisfy(expectedOf(interaction));

    const things = await cleanUp(ledger, cleanUpMeans(send, [means]));
    expect(things.filter(({ ending }) => ending.kind === 'unknown')).toEqual([]);
    expect(ledger.open).toEqual([]);
    expect(holdings(mock, vendor)).toEqual(before);
    const again = sent.length;
    expect(await cleanUp(ledger, cleanUpMeans(send, [means]))).toEqual(things);
    expect(sent.length).toBe(again);
    ledger.close();
  });
});

function expectedOf({ intent, operation }: HttpInteraction): (status: unknown) => boolean {
  const documented = suite.specs
    .flatMap(({ operations }) => operations)
    .find(({ id }) => id === operation)
    ?.responses.filter(({ refuses }) =>
      intent.kind === 'accepted' ? refuses.length === 0 : refuses.includes(intent.cause),
    )
    .map(({ status }) => status);
  if (intent.kind === 'accepted' || (documented ?? []).length > 0)
    return (status) => documented?.some((one) => one === status) ?? false;
  return (status) => typeof status === 'number' && status >= 400 && status < 500;
}

function holdings(mock: Mock, vendor: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(mock.holdings(vendor)).filter(([kind]) => !LASTING.includes(kind)),
  );
}

/** Somebody who gives by hand what has to be given by hand, and nothing else. */
function tenantFor(mock: Mock, interaction: HttpInteraction): VendorMeans {
  const { vendor, states } = interaction;
  const mocked = mockedVendor(vendor);
  const { recipes } = meansOn(mock, mocked);
  const supplied = states.flatMap((state) => {
    const recipe = recipes?.states.find((candidate) => candidate.state === state.name);
    if (recipe?.byHand === undefined) return [];
    const names = [...recipe.provides, ...recipe.credentials];
    return [[state.name, valuesOf(mock, interaction, state, names)] as const];
  });
  const { 'a user without permission': outsider, ...plain } = Object.fromEntries(supplied);
  // Agents whom the recipes find, and the id that customers name the contact center by.
  if (vendor === 'rocketchat') establish(mock, vendor, ['an agent', 'a second agent'], {});
  const centre = { 'an agent with an active chat': { contactCenterId: 'cc-1' } };
  const theirs = vendor === 'genesys' ? { ...plain, ...centre } : plain;
  const login = outsider && { authToken: textOf(outsider['authToken']), userId: textOf(outsider['userId']) };
  return meansOn(mock, mocked, theirs, login === undefined ? {} : { 'a user without permission': login });
}

/** What the mock has of a state, as many of each as the contract's example. */
function valuesOf(
  mock: Mock,
  { vendor, request }: HttpInteraction,
  state: ProviderState,
  names: readonly string[],
): StateValues {
  const wanted = Object.entries(wantedValues(request.injections)).filter(([name]) => names.includes(name));
  const values = establish(mock, vendor, [state], Object.fromEntries(wanted));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function mockedVendor(vendor: string): MockedVendor {
  if (vendor === 'acquire' || vendor === 'rocketchat' || vendor === 'genesys') return vendor;
  throw new Error(`no mock of ${vendor}`);
}
