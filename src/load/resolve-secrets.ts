import type { SecretReference, Tenant, TenantVendor, VendorSecrets } from '../model/tenant.ts';
import { readSecret, type SecretUse } from './read-secret.ts';
import { describeReference } from './secret-reference.ts';

/** The secrets of one tenant. They must stay in memory. */
export interface ResolvedSecrets {
  readonly vendors: readonly VendorSecrets[];
  /** Value of any reference of the tenant, such as that of a private key or of a proxy's password. */
  readonly secretOf: (reference: SecretReference) => string;
  /** Each value once, for whoever has to keep them out of what is written. */
  readonly values: readonly string[];
  /** Sentences for a person, without a secret in them. */
  readonly warnings: readonly string[];
}

type References = Readonly<Record<string, SecretReference>>;
type Read = (at: string, reference: SecretReference, use: SecretUse) => string;

/** Fetches every secret of a tenant, so that a missing one is told before anything is sent. */
export function resolveSecrets(
  tenant: Tenant,
  environment: Readonly<Record<string, string | undefined>>,
): ResolvedSecrets {
  const values = new Map<string, string>();
  const warnings = new Set<string>();
  const vendors = tenant.vendors.map((vendor) => {
    const place = `${tenant.file}#/vendors/${vendor.vendor}`;
    return secretsOf(vendor, (at, reference, use) => {
      const { value, warning } = readSecret(`${place}${at}`, reference, use, environment);
      if (warning !== undefined) warnings.add(warning);
      values.set(describeReference(reference), value);
      return value;
    });
  });
  return {
    vendors,
    secretOf: (reference) => {
      const value = values.get(describeReference(reference));
      if (value === undefined) throw new Error(`${describeReference(reference)} is not of ${tenant.file}`);
      return value;
    },
    values: [...new Set(values.values())],
    warnings: [...warnings],
  };
}

function secretsOf(
  { vendor, credentials, stateCredentials, tls, proxy }: TenantVendor,
  read: Read,
): VendorSecrets {
  if (tls.key !== undefined) read('/tls/key', tls.key, 'text');
  if (proxy?.username !== undefined) read('/proxy/username', proxy.username, 'header');
  if (proxy?.password !== undefined) read('/proxy/password', proxy.password, 'header');
  return {
    vendor,
    credentials: each(credentials, '/credentials', read),
    stateCredentials: Object.fromEntries(
      Object.entries(stateCredentials).map(([state, references]) => [
        state,
        each(references, `/states/${state}`, read),
      ]),
    ),
  };
}

function each(references: References, at: string, read: Read): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(references).map(([name, reference]) => [name, read(`${at}/${name}`, reference, 'header')]),
  );
}
