import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { loadRunRecord } from '../load/load-run-record.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, PlannedExchange } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import type { Target } from '../model/target.ts';
import type { Tenant } from '../model/tenant.ts';
import { completeExchange } from '../plan/plan-run.ts';
import { documentedInput } from '../run/documented-input.ts';
import type { Earlier } from '../run/run-suite.ts';
import { addressMarks } from '../targets/live/address-marks.ts';
import { type Recorded, readEvidence } from '../targets/read-evidence.ts';
import type { CutOffRun } from './open-run.ts';

export const EVIDENCE_FILE = 'evidence.ndjson';

/** The run of that folder, which must be one that goes on where it was cut off. */
export function findCutOffRun(given: string): CutOffRun {
  if (!existsSync(given)) throw userErrors.fileUnreadable(given, 'there is no such folder');
  // Of a link such as `latest` the folder itself, since the link moves on.
  const folder = realpathSync(given);
  const record = loadRunRecord(folder);
  if (record === undefined) throw userErrors.runWithoutRecord(given);
  return { folder, record };
}

/** Throws unless the run was made in this tenant, at these addresses. */
export function assertSameTenant({ folder, record }: CutOffRun, tenant: Tenant): void {
  if (record.tenant !== tenant.name)
    throw userErrors.runOfOther(folder, `in the tenant ${record.tenant}`, tenant.name);
  const now = addressMarks(tenant);
  const moved = Object.entries(record.addresses).find(([vendor, mark]) => now[vendor] !== mark);
  if (moved !== undefined)
    throw userErrors.runOfOther(
      folder,
      'at another address',
      `at vendors.${moved[0]}.baseUrl of ${tenant.file}`,
    );
}

interface Ground {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly plan: Plan;
  readonly target: Target;
}

/** What the cut-off run came to, by exchange, ready to be judged. */
export async function earlierOf(folder: string, ground: Ground): Promise<ReadonlyMap<string, Earlier>> {
  const recorded = readEvidence(join(folder, EVIDENCE_FILE));
  const earlier = new Map<string, Earlier>();
  for (const planned of ground.plan.exchanges) {
    const record = recorded.get(planned.id);
    if (planned.kind === 'unplanned' || record === undefined) continue;
    earlier.set(planned.id, await earlierOfRecord(planned, record, ground));
  }
  return earlier;
}

/** The plan being the same, the recorded values of its states make the same request, with the secrets replaced. */
async function earlierOfRecord(
  planned: PlannedExchange,
  record: Recorded,
  { suite, operations, target }: Ground,
): Promise<Earlier> {
  if (record.kind === 'unknown') return record;
  const { stateValues: values, exchange, reading, superseded } = record;
  const operation = operations.find(({ id }) => id === planned.operation);
  if (operation === undefined) throw new Error(`${planned.operation} is not among the operations`);
  const { probesReadings } = target;
  const source = {
    fulfil: () => Promise.resolve({ kind: 'established', values } as const),
    ...(probesReadings === undefined ? {} : { probesReadings }),
  };
  const sent = await completeExchange(suite, operation, planned, source, documentedInput(suite));
  if (sent.kind === 'unplanned') throw userErrors.evidenceUnfit(planned.id, sent.reason);
  // What stands for a secret here is its name, which is none.
  return { kind: 'obtained', planned: { ...sent, masks: [] }, exchange, reading, superseded };
}
