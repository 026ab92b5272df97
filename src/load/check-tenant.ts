import { escapeToken } from '../model/json-pointer.ts';
import { checkBaseUrl } from './check-base-url.ts';
import { checkStates } from './check-tenant-states.ts';
import { assertKnown, type Complaints } from './tenant-complaints.ts';
import type { TenantData, VendorData } from './tenant-data.ts';
import { operationIdOf } from './tenant-of-data.ts';
import { type StateKnowledge, vendorValues } from './vendor-values.ts';

/** Holds everything a tenant file names against what the suite knows; throws at the first that is not there. */
export function checkTenant(data: TenantData, knowledge: StateKnowledge, complaints: Complaints): void {
  const { suite } = knowledge;
  const vendors = suite.specs.map(({ vendor }) => vendor);
  const operations = suite.specs.flatMap((spec) => spec.operations.map(({ id }) => id));
  for (const name of Object.keys(data.budget.money?.prices ?? {}))
    assertKnown(`/budget/money/prices/${escapeToken(name)}`, 'operation', name, operations, complaints);
  for (const [vendor, entry] of Object.entries(data.vendors)) {
    const at = `/vendors/${escapeToken(vendor)}`;
    assertKnown(at, 'vendor', vendor, vendors, complaints);
    checkBaseUrl(at, entry, complaints);
    checkValues(at, vendor, entry, knowledge, complaints);
    checkOperations(at, vendor, entry, knowledge, complaints);
    checkKinds(`${at}/allow/only`, vendor, entry, knowledge, complaints);
  }
}

function checkValues(
  at: string,
  vendor: string,
  data: VendorData,
  knowledge: StateKnowledge,
  complaints: Complaints,
): void {
  const values = vendorValues(knowledge, vendor);
  for (const name of Object.keys(data.credentials))
    assertKnown(`${at}/credentials/${escapeToken(name)}`, 'credential', name, values.credentials, complaints);
  checkStates(`${at}/states`, data.states, values, complaints);
}

function checkOperations(
  at: string,
  vendor: string,
  { allow, pace }: VendorData,
  knowledge: StateKnowledge,
  complaints: Complaints,
): void {
  const operations = knowledge.suite.specs
    .filter((spec) => spec.vendor === vendor)
    .flatMap((spec) => spec.operations.map(({ id }) => id));
  const named = [
    ...(allow.operations ?? []).map((name, index) => [`${at}/allow/operations/${index}`, name] as const),
    ...Object.keys(pace.operations).map(
      (name) => [`${at}/pace/operations/${escapeToken(name)}`, name] as const,
    ),
  ];
  for (const [pointer, name] of named)
    assertKnown(pointer, 'operation', operationIdOf(vendor, name), operations, complaints);
}

/** A kind that no request names would allow nothing, and be silent about it. */
function checkKinds(
  at: string,
  vendor: string,
  { allow }: VendorData,
  knowledge: StateKnowledge,
  complaints: Complaints,
): void {
  const kinds = touchedKinds(knowledge, vendor);
  for (const kind of Object.keys(allow.only))
    assertKnown(`${at}/${escapeToken(kind)}`, 'kind of thing', kind, kinds, complaints);
}

/** What requests of the vendor's operations name: cases, agents, recipients… */
export function touchedKinds({ suite }: StateKnowledge, vendor: string): readonly string[] {
  const operations = suite.specs.filter((spec) => spec.vendor === vendor).flatMap((spec) => spec.operations);
  return [...new Set(operations.flatMap(({ touches }) => touches.map(({ kind }) => kind)))].toSorted();
}
