import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { Tenant } from '../model/tenant.ts';
import { loadTenant } from './load-tenant.ts';
import type { StateKnowledge } from './vendor-values.ts';

/**
 * Tenants of files and folders, in the order given and by name within a folder. Of a folder every *.yaml and *.yml
 * in it counts, without those below; *.example.yaml is there to be read by people.
 */
export function loadTenants(paths: readonly string[], knowledge: StateKnowledge): readonly Tenant[] {
  const files = new Map(paths.flatMap(filesAt).map((file) => [resolve(file), file] as const));
  const found = new Map<string, Tenant>();
  for (const file of files.values()) {
    const tenant = loadTenant(file, knowledge);
    const earlier = found.get(tenant.name);
    if (earlier !== undefined) throw userErrors.tenantTwice(tenant.name, earlier.file, file);
    found.set(tenant.name, tenant);
  }
  return [...found.values()];
}

function filesAt(path: string): readonly string[] {
  const names = namesIn(path);
  if (names === undefined) return [path];
  const tenants = names.filter((name) => /\.ya?ml$/.test(name) && !/\.example\.ya?ml$/.test(name));
  if (tenants.length === 0) throw userErrors.tenantsMissing(path);
  return tenants.toSorted().map((name) => join(path, name));
}

/** Of the files in a folder; undefined for what is no folder, which will be read as a file. */
function namesIn(path: string): readonly string[] | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    throw userErrors.fileUnreadable(path, error instanceof Error ? error.message : String(error));
  }
}
