import reportSchema from '../load/schemas/report.schema.json' with { type: 'json' };
import type { Mask } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import { createMasker, type Masker, tenantMasks } from '../privacy/masker.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { guardOutput } from './guard-output.ts';

/** The secrets of a tenant as far as they are known. */
export type TenantSecrets = Pick<LiveTenant['secrets'], 'vendors' | 'values'>;

/** What keeps the secrets and the people of a tenant out of all that its run writes. */
export function tenantMasker({ secrets }: { readonly secrets: TenantSecrets }, suite: Suite): Masker {
  return createMasker({ suite, secrets: masksOf(secrets), people: 'real', words: reportSchema });
}

function masksOf(secrets: TenantSecrets): readonly Mask[] {
  const named = secrets.vendors.flatMap(({ credentials, stateCredentials }) =>
    [credentials, ...Object.values(stateCredentials)].flatMap((known) =>
      Object.entries(known).map(([name, secret]) => ({ secret, shown: `[secret:${name}]` })),
    ),
  );
  const others = secrets.values.filter((value) => !named.some(({ secret }) => secret === value));
  return [...named, ...tenantMasks(others)];
}

/** Keeps from the output what looks like a person, and every secret that it is told of from then on. */
export function guardTenants(suite: Suite): (secrets: LiveTenant['secrets']) => void {
  const masker = createMasker({ suite, secrets: [], people: 'real', words: reportSchema });
  guardOutput(masker.text);
  return (secrets) => masker.learn(masksOf(secrets));
}
