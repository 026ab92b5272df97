import type { Operation } from '../model/operation.ts';
import type { Plan, UnplannedExchange } from '../model/plan.ts';
import type { Capabilities } from '../model/tenant.ts';

/** What a run would come to for one operation, as far as the plan tells. */
export interface Foreseen {
  readonly operation: Operation;
  /** Requests that would be sent, and those of the contracts among them. */
  readonly sent: number;
  readonly ofContracts: number;
  /** Why a request of a contract would not be sent, by reason: the operation would stay unproven. */
  readonly missing: readonly Reason[];
  /** The same of what is sent besides. */
  readonly besides: readonly Reason[];
  /** What the account has to have, and whether the tenant file says that it has. */
  readonly needs: readonly string[];
}

export interface Reason {
  readonly why: string;
  readonly count: number;
}

export function foreseeOperation(
  operation: Operation,
  plan: Plan,
  capabilities: Capabilities | undefined,
): Foreseen {
  const own = plan.exchanges.filter((slot) => slot.operation === operation.id);
  const planned = own.filter(({ kind }) => kind === 'planned');
  const unplanned = own.filter((slot) => slot.kind === 'unplanned');
  return {
    operation,
    sent: planned.length,
    ofContracts: planned.filter(({ origin }) => origin.kind === 'contract').length,
    missing: byReason(unplanned.filter(({ origin }) => origin.kind === 'contract')),
    besides: byReason(unplanned.filter(({ origin }) => origin.kind !== 'contract')),
    needs: needsOf(operation, capabilities),
  };
}

/** A run can prove it: something is sent, and nothing that a contract describes is missing. */
export function canBeProven({ ofContracts, missing }: Foreseen): boolean {
  return ofContracts > 0 && missing.length === 0;
}

function byReason(slots: readonly UnplannedExchange[]): readonly Reason[] {
  const counts = new Map<string, number>();
  for (const { reason } of slots) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count }));
}

function needsOf({ requirements }: Operation, capabilities: Capabilities | undefined): readonly string[] {
  return requirements.flatMap(({ kind, name }) => {
    if (kind === 'state') return [];
    const had = kind === 'permission' ? capabilities?.permissions : capabilities?.features;
    const standing = had === undefined ? 'not known' : had.includes(name) ? 'there' : 'lacking';
    return [`${kind} "${name}" (${standing})`];
  });
}
