import { createHash } from 'node:crypto';
import type { Tenant } from '../../model/tenant.ts';

/** By vendor a mark of its address: the ids that a run has written down mean something else anywhere else. */
export function addressMarks({ vendors }: Pick<Tenant, 'vendors'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    vendors.map(({ vendor, baseUrl }) => [
      vendor,
      createHash('sha256').update(new URL(baseUrl).href.replace(/\/$/, '')).digest('hex'),
    ]),
  );
}
