import { userErrors } from '../errors/catalogue.ts';
import { UserError } from '../errors/user-error.ts';
import { joinRecipes } from '../load/load-recipes.ts';
import { loadTenants } from '../load/load-tenants.ts';
import type { OpenedSuite } from '../load/open-suite.ts';
import { resolveSecrets } from '../load/resolve-secrets.ts';
import type { Tenant } from '../model/tenant.ts';
import type { Masker } from '../privacy/masker.ts';
import { type TenantSecrets, tenantMasker } from './tenant-masker.ts';

/** Whose traffic a recording holds, as far as that is known. */
export interface RecordedTenant {
  readonly name: string;
  /** By vendor. */
  readonly baseUrls: Readonly<Record<string, string>>;
  readonly masker: Masker;
}

const NOBODYS = { name: 'recording', baseUrls: {} } as const;
const NO_SECRETS: TenantSecrets = { vendors: [], values: [] };

/** Real people stand in a recording, whosesoever it is. */
export function openRecordedTenant(path: string | undefined, opened: OpenedSuite): RecordedTenant {
  const { suite, recipeFolders } = opened;
  if (path === undefined) return { ...NOBODYS, masker: tenantMasker({ secrets: NO_SECRETS }, suite) };
  const tenants = loadTenants([path], { suite, recipes: joinRecipes(recipeFolders, suite) });
  const [tenant] = tenants;
  if (tenant === undefined || tenants.length > 1)
    throw userErrors.optionInvalid('--tenant', path, 'the file of one tenant, not a folder of several');
  return {
    name: tenant.name,
    baseUrls: Object.fromEntries(tenant.vendors.map(({ vendor, baseUrl }) => [vendor, baseUrl])),
    masker: tenantMasker({ secrets: secretsOf(tenant) }, suite),
  };
}

/** To judge nobody needs the credentials; where they are to be had, they are looked for in all that is written. */
function secretsOf(tenant: Tenant): TenantSecrets {
  try {
    return resolveSecrets(tenant, process.env);
  } catch (error) {
    if (error instanceof UserError) return NO_SECRETS;
    throw error;
  }
}
