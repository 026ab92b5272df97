import { userErrors } from '../errors/catalogue.ts';
import type { Contract } from '../model/contract.ts';
import { isJsonArray } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { ReportedPact } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { contractOf, joinContracts } from './contract-of-pact.ts';
import { pendingNotes, takenAs, undocumented } from './notes-of-pact.ts';
import { tieMessage } from './own-messages.ts';
import type { PactOfAnyone } from './pact-of-anyone.ts';
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
  const known = pacts.map((pact) => ({
    pact,
    spec: vendorOfProvider(pact.provider, suite.specs, providers),
  }));
  if (known.every(({ spec }) => spec === undefined))
    throw userErrors.providerUnknown(
      [...new Set(pacts.map(({ provider }) => provider))],
      suite.specs.map(({ vendor }) => vendor),
    );
  const leftOut: string[] = [];
  const tied: TiedPact[] = [];
  for (const { pact, spec } of known) {
    if (spec === undefined)
      leftOut.push(`${pact.from} is left out: its provider "${pact.provider}" is no vendor of ours`);
    else if (isOurs(pact, spec, suite)) leftOut.push(`${pact.from} is left out: it is judged anyway`);
    else tied.push(tiePact(pact, spec, suite, mapping));
  }
  return {
    contracts: joinContracts(tied.flatMap(({ contracts }) => contracts)),
    reported: tied.map(({ reported }) => reported),
    leftOut,
  };
}

/** Our own pact may come back from a broker; a stranger may not go by the name of one of our consumers. */
function isOurs({ consumer, document, from }: PactOfAnyone, { vendor }: Spec, suite: Suite): boolean {
  if (!suite.contracts.some((one) => one.consumer === consumer && one.vendor === vendor)) return false;
  const interactions = document['interactions'];
  const isWrittenByUs =
    isJsonArray(interactions) &&
    interactions.every((one) => valueAt(one, '/comments/references/conformance') !== undefined);
  if (!isWrittenByUs) throw userErrors.consumerTaken(from, consumer, vendor);
  return true;
}

function tiePact(pact: PactOfAnyone, spec: Spec, suite: Suite, mapping: StateMapping): TiedPact {
  const calls = pact.exchanges.map((exchange) => ({
    exchange,
    operation: operationCalled(spec, exchange.request),
  }));
  const told = pact.messages.map((message) => ({ message, tied: tieMessage(spec, message) }));
  const contracts = spec.operations.flatMap((operation) => {
    const exchanges = calls.filter((one) => one.operation === operation).map(({ exchange }) => exchange);
    const messages = told.flatMap(({ tied }) => (tied?.operation === operation ? [tied] : []));
    if (exchanges.length + messages.length === 0) return [];
    return [contractOf({ pact, operation, exchanges, messages }, spec, suite, mapping)];
  });
  const strayCalls = calls.filter(({ operation }) => operation === undefined);
  const strayMessages = told.filter(({ tied }) => tied === undefined);
  const unjudged = strayCalls.length + strayMessages.length + pact.pending.length;
  const judged = calls.length + told.length - strayCalls.length - strayMessages.length;
  const notes = [
    ...pact.exchanges.flatMap((exchange) => takenAs(pact, exchange, contracts)),
    ...strayCalls.map(({ exchange }) =>
      undocumented(exchange, `no document has ${exchange.request.method} ${exchange.request.path}`),
    ),
    ...strayMessages.map(({ message }) => undocumented(message, 'no document has a notification like it')),
    ...pendingNotes(pact),
  ];
  return { contracts, reported: reportOf(pact, spec, contracts, { judged, unjudged, notes }) };
}

function reportOf(
  { consumer, from, specification }: PactOfAnyone,
  { vendor }: Spec,
  contracts: readonly Contract[],
  found: Pick<ReportedPact, 'judged' | 'unjudged' | 'notes'>,
): ReportedPact {
  const operations = contracts.map(({ operation }) => operation);
  return { consumer, vendor, from, specification, operations, ...found };
}
