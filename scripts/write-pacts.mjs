// Writes contracts/pacts from the contracts, in one process: Pact loses interactions when two write one file.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { register } from 'tsx/esm/api';

process.env.PACT_DO_NOT_TRACK = 'true';
register();
const { findContracts } = await import('./pacts/find-contracts.ts');
const { writePacts } = await import('./pacts/write-pacts.ts');

const contracts = resolve(import.meta.dirname, '..', 'contracts');
const pacts = join(contracts, 'pacts');
const fresh = await mkdtemp(join(tmpdir(), 'pacts-'));
try {
  const exercised = await writePacts(fresh, await findContracts(contracts));
  await rm(pacts, { recursive: true, force: true });
  await cp(fresh, pacts, { recursive: true });
  console.log(`${exercised.length} interactions exercised and written`);
} finally {
  await rm(fresh, { recursive: true, force: true });
}
