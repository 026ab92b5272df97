import { joinRecipes } from '../load/load-recipes.ts';
import { loadTenants } from '../load/load-tenants.ts';
import type { OpenedSuite } from '../load/open-suite.ts';
import { resolveSecrets } from '../load/resolve-secrets.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { guardTenants } from './tenant-masker.ts';

/**
 * The tenants of the files and folders, each with its secrets; what is odd about a secret is said at once. From here on
 * the process prints neither a secret nor anybody who looks like one.
 */
export function openLiveTenants(
  paths: readonly string[],
  { suite, recipeFolders }: OpenedSuite,
  productionWord: string | undefined,
): readonly LiveTenant[] {
  const recipes = joinRecipes(recipeFolders, suite);
  const keepToUs = guardTenants(suite);
  return loadTenants(paths, { suite, recipes }).map((tenant) => {
    const secrets = resolveSecrets(tenant, process.env);
    keepToUs(secrets);
    for (const warning of secrets.warnings) process.stderr.write(`${warning}\n`);
    return { tenant, secrets, recipes, productionWord };
  });
}
