import { join } from 'node:path';
import { RUN_RECORD_FILE } from '../load/load-run-record.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Target } from '../model/target.ts';
import type { Tenant } from '../model/tenant.ts';
import type { Masker } from '../privacy/masker.ts';
import { addressMarks } from '../targets/live/address-marks.ts';
import { assertTenantFree } from './assert-tenant-free.ts';
import { holdRunFolder } from './hold-run-folder.ts';
import { createRunFolder, writeArtefact } from './write-run.ts';

/** A run that was cut off, and the folder in which it left what it had. */
export interface CutOffRun {
  readonly folder: string;
  readonly record: RunRecord;
}

export interface RunInTenant {
  readonly tenant: Tenant;
  /** The run that is gone on with; undefined where a new one begins. */
  readonly cutOff: CutOffRun | undefined;
}

export interface OpenRun {
  readonly id: string;
  readonly folder: string;
  readonly startedAt: Date;
  /** Lets go of the folder. */
  readonly release: () => void;
}

export interface RunToOpen {
  readonly masker?: Masker;
  readonly target: Target;
  readonly plan: Plan;
  readonly operations: readonly Operation[];
  readonly out: string;
  /** Undefined where nothing outlasts the run. */
  readonly inTenant: RunInTenant | undefined;
}

/** The folder of the run, with what it sets out to do written down: a new one, or that of the run gone on with. */
export function openRun({ target, plan, operations, out, inTenant, masker }: RunToOpen): OpenRun {
  if (inTenant?.cutOff !== undefined) {
    const { folder, record } = inTenant.cutOff;
    const release = holdRunFolder(folder, record.tenant);
    return { id: record.run, folder, startedAt: new Date(record.startedAt), release };
  }
  const startedAt = new Date();
  const id = `${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-${target.kind}`;
  if (inTenant !== undefined) assertTenantFree(out, inTenant.tenant.name);
  const folder = createRunFolder(out, id);
  if (inTenant === undefined) return { id, folder, startedAt, release: () => {} };
  const release = holdRunFolder(folder, inTenant.tenant.name);
  const record: RunRecord = {
    version: 1,
    run: id,
    startedAt: startedAt.toISOString(),
    planHash: plan.hash,
    tenant: inTenant.tenant.name,
    operations: operations.map((operation) => operation.id),
    addresses: addressMarks(inTenant.tenant),
  };
  writeArtefact(join(folder, RUN_RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`, masker?.scan);
  return { id, folder, startedAt, release };
}
