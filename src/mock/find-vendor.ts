// The code of a vendor, or the vendor as data where there is none.
import { mockVendors } from '../generated/mock-vendors.ts';
import { documentedVendor } from './documented-vendor.ts';
import type { MockVendor } from './mock-vendor.ts';

const vendors: readonly MockVendor[] = mockVendors;

export function findVendor(id: string): MockVendor {
  return vendors.find(({ vendor }) => vendor === id) ?? documentedVendor(id);
}
