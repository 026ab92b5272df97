// The vendors of one mock: code or data, with the faults and readings chosen.
import type { Spec } from '../model/spec.ts';
import { createBayeuxBridge } from './bayeux-bridge.ts';
import { type Clock, steadyClock } from './clock.ts';
import type { Fault } from './faults/fault.ts';
import { selectFaults } from './faults/list-faults.ts';
import { findVendor } from './find-vendor.ts';
import type { ServedVendor } from './serve-request.ts';

export interface MountOptions {
  readonly specs: readonly Spec[];
  /** Names from `listFaults`. */
  readonly faults?: readonly string[];
  /** Ways to misbehave that no name is listed for; applied after the named ones. */
  readonly misbehaviours?: readonly Fault[];
  /** Reading id by ambiguity id; the primary reading where nothing is given. */
  readonly readings?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** Names of ways for the calls beside the documented ones to misbehave; see `MockVendor.troubles`. */
  readonly troubles?: readonly string[];
}

export function mountVendors(
  options: MountOptions,
  baseUrlOf: (vendor: string) => string,
): ReadonlyMap<string, ServedVendor> {
  const faults = faultsOf(options, options.faults);
  const readings = options.readings ?? {};
  assertReadingsKnown(options.specs, readings);
  const troubles = new Set(options.troubles ?? []);
  assertTroublesKnown(options.specs, troubles);
  return new Map(
    options.specs.map((spec) => {
      const baseUrl = () => baseUrlOf(spec.vendor);
      // Each vendor looks at a clock of its own: they are called side by side, in no fixed order.
      const clock = options.clock ?? steadyClock();
      const instance = findVendor(spec.vendor).create({ spec, clock, baseUrl, readings, troubles });
      return [spec.vendor, { spec, instance, readings, faults, bayeux: createBayeuxBridge() }];
    }),
  );
}

/** The same vendors, misbehaving in these ways from now on. */
export function withFaults(
  vendors: ReadonlyMap<string, ServedVendor>,
  options: MountOptions,
  names: readonly string[],
): ReadonlyMap<string, ServedVendor> {
  const faults = faultsOf(options, names);
  return new Map([...vendors].map(([id, vendor]) => [id, { ...vendor, faults }]));
}

function faultsOf({ misbehaviours = [] }: MountOptions, names: readonly string[] = []): readonly Fault[] {
  return [...selectFaults(names), ...misbehaviours];
}

function assertTroublesKnown(specs: readonly Spec[], troubles: ReadonlySet<string>): void {
  const known = specs.flatMap(({ vendor }) => Object.keys(findVendor(vendor).troubles ?? {}));
  for (const name of troubles)
    if (!known.includes(name)) throw new RangeError(`no trouble is called '${name}'`);
}

function assertReadingsKnown(specs: readonly Spec[], readings: Readonly<Record<string, string>>): void {
  const ambiguities = specs.flatMap((spec) => spec.ambiguities);
  for (const [id, reading] of Object.entries(readings)) {
    const known = ambiguities.find((ambiguity) => ambiguity.id === id)?.readings ?? [];
    if (!known.some((candidate) => candidate.id === reading))
      throw new RangeError(`no reading '${reading}' of '${id}'`);
  }
}
