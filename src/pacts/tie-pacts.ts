import { userErrors } from '../errors/catalogue.ts';
import type { Contract } from '../model/contract.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import { isJsonArray } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { PactNote, ReportedPact } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { reliances } from './expected-answer.ts';
import { ownInteraction } from './own-interaction.ts';
import { tieMessage, withMessages } from './own-messages.ts';
import type { HttpOfPact, PactOfAnyone } from './pact-of-anyone.ts';
import type { StateMapping } from './state-mapping.ts';
import { operationCalled, vendorOfProvider } from './tie-operation.ts';

export interface TyingChoices {
  /** Vendor by the name that a pact has for its provider. */
  readonly providers: Readonly<Record<string, string>>;
  readonly mapping: StateMapping;
}

export interface OwnPacts {
  readonly contracts: readonly Contract[];
  readonly reported: readonly ReportedPact[];
  /** A line for each pact that is not judged, with the reason. */
  readonly leftOut: readonly string[];
}

interface TiedPact {
  readonly contracts: readonly Contract[];
  readonly reported: ReportedPact;
}

/** Ties pacts to what is documented: a contract for each consumer and operation. Pure. */
export function tiePacts(
  pacts: readonly PactOfAnyone[],
  suite: Suite,
  { providers, mapping }: TyingChoices,
): OwnPacts {
  const leftOut: string[] = [];
  const tied = pacts.flatMap((pact) => {
    const spec = vendorOfProvider(pact.provider, suite.specs, providers);
    const reason =
      spec === undefined
        ? `its provider "${pact.provider}" is no vendor of ours`
        : whyOurs(pact, spec, suite);
    if (reason !== undefined) leftOut.push(`${pact.from} is left out: ${reason}`);
    return spec === undefined || reason !== undefined ? [] : [tiePact(pact, spec, suite, mapping)];
  });
  if (
    tied.length === 0 &&
    leftOut.length === pacts.length &&
    !pacts.some(({ provider }) => isKnown(provider))
  )
    throw userErrors.providerUnknown(
      [...new Set(pacts.map(({ provider }) => provider))],
      suite.specs.map(({ vendor }) => vendor),
    );
  return {
    contracts: joined(tied.flatMap(({ contracts }) => contracts)),
    reported: tied.map(({ reported }) => reported),
    leftOut,
  };

  function isKnown(provider: string): boolean {
    return vendorOfProvider(provider, suite.specs, providers) !== undefined;
  }
}

/** Our own pact may come back from a broker; a stranger may not go by the name of one of our consumers. */
function whyOurs(
  { consumer, document, from }: PactOfAnyone,
  { vendor }: Spec,
  suite: Suite,
): string | undefined {
  const isTaken = suite.contracts.some((one) => one.consumer === consumer && one.vendor === vendor);
  if (!isTaken) return undefined;
  const interactions = document['interactions'];
  const isOurs =
    isJsonArray(interactions) &&
    interactions.every((one) => valueAt(one, '/comments/references/conformance') !== undefined);
  if (!isOurs) throw userErrors.consumerTaken(from, consumer, vendor);
  return 'it was written from a contract that is judged anyway';
}

function tiePact(pact: PactOfAnyone, spec: Spec, suite: Suite, mapping: StateMapping): TiedPact {
  const calls = pact.exchanges.map((exchange) => ({
    exchange,
    operation: operationCalled(spec, exchange.request),
  }));
  const messages = pact.messages.map((message) => ({ message, tied: tieMessage(spec, message) }));
  const known = messages.flatMap(({ tied }) => tied ?? []);
  const contracts = spec.operations.flatMap((operation) => {
    const exchanges = calls.filter((one) => one.operation === operation).map(({ exchange }) => exchange);
    const own = known.filter((one) => one.operation === operation);
    if (exchanges.length + own.length === 0) return [];
    return [contractOf(pact, spec, operation, suite, { exchanges, messages: own, mapping })];
  });
  const notes = [
    ...calls.flatMap(({ exchange, operation }) =>
      operation === undefined
        ? [undocumented(exchange, `no document has ${exchange.request.method} ${exchange.request.path}`)]
        : takenAs(exchange, contracts, pact),
    ),
    ...messages.flatMap(({ message, tied }) =>
      tied === undefined ? [undocumented(message, 'no document has a notification like it')] : [],
    ),
    ...pact.pending.map((interaction) => PENDING(interaction)),
  ];
  const { consumer, from, specification } = pact;
  const judged = calls.filter(({ operation }) => operation !== undefined).length + known.length;
  const unjudged = calls.length + messages.length + pact.pending.length - judged;
  const operations = contracts.map(({ operation }) => operation);
  const told = { judged, unjudged, operations, notes };
  return { contracts, reported: { consumer, vendor: spec.vendor, from, specification, ...told } };
}

interface OperationPart {
  readonly exchanges: readonly HttpOfPact[];
  readonly messages: Parameters<typeof withMessages>[2];
  readonly mapping: StateMapping;
}

function contractOf(
  pact: PactOfAnyone,
  spec: Spec,
  operation: Operation,
  suite: Suite,
  { exchanges, messages, mapping }: OperationPart,
): Contract {
  const ours = suite.contracts
    .filter((contract) => contract.operation === operation.id)
    .flatMap(({ interactions }) => interactions);
  const interactions = exchanges.map((one) => ownInteraction(pact, one, { spec, operation, ours, mapping }));
  const { consumer, from: file } = pact;
  return {
    ...{ consumer, file, vendor: spec.vendor, operation: operation.id },
    relies: reliances(exchanges),
    rules: [],
    interactions: withMessages(pact, interactions, messages, ours),
  };
}

/** A consumer may have several pact files: one contract for each operation all the same. */
function joined(contracts: readonly Contract[]): readonly Contract[] {
  const keys = [...new Set(contracts.map(keyOf))];
  return keys.flatMap((key) => {
    const [first, ...others] = contracts.filter((one) => keyOf(one) === key);
    if (first === undefined) return [];
    const all = [first, ...others];
    return [
      {
        ...first,
        relies: all.flatMap(({ relies }) => relies),
        interactions: numbered(all.flatMap(({ interactions }) => interactions)),
      },
    ];
  });
}

function keyOf({ consumer, operation }: Contract): string {
  return JSON.stringify([consumer, operation]);
}

/** Two interactions may have the same words in other states. */
function numbered(interactions: readonly HttpInteraction[]): readonly HttpInteraction[] {
  return interactions.map((one, index) => {
    const before = interactions.slice(0, index).filter(({ id }) => id === one.id).length;
    return before === 0 ? one : { ...one, id: `${one.id}-${before + 1}` };
  });
}

function undocumented(
  { pointer, description }: { readonly pointer: string; readonly description: string },
  says: string,
): PactNote {
  return { kind: 'not-documented', place: pointer, interaction: description, says };
}

function PENDING(interaction: string): PactNote {
  const says = 'its consumer marks it as pending, so nobody is held to it yet';
  return { kind: 'pending', place: '', interaction, says };
}

/** What the states of an interaction were taken for, where they are not called as ours are. */
function takenAs(
  { description, pointer, states }: HttpOfPact,
  contracts: readonly Contract[],
  { consumer }: PactOfAnyone,
): readonly PactNote[] {
  const tied = contracts
    .flatMap(({ interactions }) => interactions)
    .find((one) => one.description === `${consumer}: ${description}`);
  const ours = tied?.states.map(({ name }) => name) ?? [];
  const strange = states.map(({ name }) => name).filter((name) => !ours.includes(name));
  if (tied === undefined || tied.brought?.obstacle !== undefined || strange.length === 0) return [];
  const names = strange.map((name) => `"${name}"`).join(', ');
  const says = `${names} is taken for: ${ours.join(', ')}`;
  return [{ kind: 'taken-as', place: `${pointer}/providerStates`, interaction: description, says }];
}
