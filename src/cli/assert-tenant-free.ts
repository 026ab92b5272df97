import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { HOLD_FILE, isAtWork, parseHolder } from './run-holder.ts';

/**
 * Throws while another command is at work in the tenant, as far as the folders of runs below `out` tell. Two would
 * take only their own away, but share what there is one of: an agent's presence, room for departments, a rate limit.
 */
export function assertTenantFree(out: string, tenant: string, but?: string): void {
  if (!existsSync(out)) return;
  const folders = readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(out, name))
    .filter((folder) => but === undefined || resolve(folder) !== resolve(but));
  const busy = folders.find((folder) => isHeld(join(folder, HOLD_FILE), tenant));
  if (busy !== undefined) throw userErrors.tenantInUse(tenant, busy);
}

function isHeld(file: string, tenant: string): boolean {
  try {
    const holder = parseHolder(readFileSync(file, 'utf8'));
    return holder.tenant === tenant && isAtWork(holder);
  } catch {
    // Nobody holds it, or has let go by now.
    return false;
  }
}
