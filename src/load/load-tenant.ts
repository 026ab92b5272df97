import { dirname } from 'node:path';
import type { Tenant } from '../model/tenant.ts';
import { checkTenant, touchedKinds } from './check-tenant.ts';
import { deepFreeze } from './deep-freeze.ts';
import { readText } from './read-data-file.ts';
import { complaintsAbout } from './tenant-complaints.ts';
import { tenantOfData } from './tenant-of-data.ts';
import { parseTenantSource } from './tenant-source.ts';
import { SCHEMA_WORDS, validateTenant } from './validate-tenant.ts';
import { type StateKnowledge, vendorValues } from './vendor-values.ts';

/**
 * Reads a tenant file and holds it against its schema and the suite; throws a UserError that names file, line and
 * pointer, and gives nothing away of what was written there.
 */
export function loadTenant(file: string, knowledge: StateKnowledge): Tenant {
  return parseTenant(file, readText(file), knowledge);
}

/** The same for a text that is to become that file. */
export function parseTenant(file: string, text: string, knowledge: StateKnowledge): Tenant {
  const source = parseTenantSource(file, text);
  const words = new Set([...SCHEMA_WORDS, ...knownNames(knowledge)]);
  const data = validateTenant(source, words);
  checkTenant(data, knowledge, complaintsAbout(source, words));
  return deepFreeze(tenantOfData(file, dirname(file), data));
}

/** Names a tenant file may use as keys. */
function knownNames(knowledge: StateKnowledge): readonly string[] {
  return knowledge.suite.specs.flatMap(({ vendor, operations }) => {
    const { credentials, states } = vendorValues(knowledge, vendor);
    const names = operations.flatMap(({ id }) => [id, id.slice(vendor.length + 1)]);
    const values = [...states.values()].flatMap((supplied) => [...supplied.keys()]);
    return [
      vendor,
      ...touchedKinds(knowledge, vendor),
      ...names,
      ...credentials,
      ...states.keys(),
      ...values,
    ];
  });
}
