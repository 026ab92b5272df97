// Every fault by name; the vendors bring their own.
import { mockVendors } from '../../generated/mock-vendors.ts';
import type { MockVendor } from '../mock-vendor.ts';
import { anyFaults } from './any.ts';
import type { Fault } from './fault.ts';

const vendors: readonly MockVendor[] = mockVendors;

export interface ListedFault {
  readonly name: string;
  /** Operation id, or `*` for every operation. */
  readonly operation: string;
  readonly title: string;
}

/** Ways to misbehave, each of which makes a run not conformant. */
export function listFaults(): readonly ListedFault[] {
  return allFaults()
    .filter(({ liberty }) => liberty !== true)
    .map(listed);
}

/** Ways to differ that no document forbids; selected by name as faults are. */
export function listLiberties(): readonly ListedFault[] {
  return allFaults()
    .filter(({ liberty }) => liberty === true)
    .map(listed);
}

function listed({ name, operation, title }: Fault): ListedFault {
  return { name, operation, title };
}

/** The faults of these names, in the order given; that is the order they are applied in. */
export function selectFaults(names: readonly string[]): readonly Fault[] {
  const known = new Map(allFaults().map((fault) => [fault.name, fault]));
  return names.map((name) => {
    const fault = known.get(name);
    if (fault === undefined) throw new RangeError(`no fault is called '${name}'`);
    return fault;
  });
}

function allFaults(): readonly Fault[] {
  return [...anyFaults, ...vendors.flatMap(({ faults }) => faults)];
}
