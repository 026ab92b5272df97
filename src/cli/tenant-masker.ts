import type { Report } from '../model/report.ts';
import type { Suite } from '../model/suite.ts';
import { createMasker, type Masker, tenantMasks } from '../privacy/masker.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';

/** What keeps the secrets and the people of a tenant out of all that its run writes. */
export function tenantMasker({ secrets }: LiveTenant, suite: Suite): Masker {
  const named = secrets.vendors.flatMap(({ credentials, stateCredentials }) =>
    [credentials, ...Object.values(stateCredentials)].flatMap((known) =>
      Object.entries(known).map(([name, secret]) => ({ secret, shown: `[secret:${name}]` })),
    ),
  );
  const others = secrets.values.filter((value) => !named.some(({ secret }) => secret === value));
  return createMasker({ suite, secrets: [...named, ...tenantMasks(others)], people: 'real' });
}

/** The report once more without the people: whom a later exchange made known may stand in an earlier one. */
export function maskReport(report: Report, { text }: Pick<Masker, 'text'>): Report {
  const masked: Report = JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    typeof value === 'string' ? text(value) : value,
  );
  return masked;
}
