// A vendor that is data only: its spec answers, and whatever a contract wants is made up from the examples.
import type { Json } from '../model/json.ts';
import { deriveValue } from './derive-value.ts';
import { countFrom } from './id-sequence.ts';
import type { MockVendor, Problem, VendorInstance } from './mock-vendor.ts';

export function documentedVendor(vendor: string): MockVendor {
  return { vendor, faults: [], create: createInstance };
}

function createInstance(): VendorInstance {
  const nextStep = countFrom(1);
  const issued = new Set<string>();
  return {
    behaviours: {},
    identify: (credentials) => identify(credentials, issued),
    guest: () => 'guest',
    permits: () => true,
    problemBody,
    establish: (_states, wanted) => {
      const step = nextStep();
      const values = Object.fromEntries(
        Object.entries(wanted).map(([name, example]) => [name, deriveValue(example, step)]),
      );
      for (const value of Object.values(values)) remember(value, issued);
      return { kind: 'established', values };
    },
  };
}

function remember(value: Json, issued: Set<string>): void {
  if (typeof value === 'string') issued.add(value);
}

/** Known is what some state gave out, bare or behind an authentication scheme. */
function identify(
  credentials: Readonly<Record<string, string>>,
  issued: ReadonlySet<string>,
): string | undefined {
  const values = Object.values(credentials);
  const known = values.every((value) => issued.has(value) || issued.has(value.replace(/^\S+\s+/, '')));
  return known ? values.join(' ') : undefined;
}

function problemBody(problem: Problem): Readonly<Record<string, Json>> {
  const property = 'property' in problem ? { property: problem.property } : {};
  return { error: problem.kind, ...property };
}
