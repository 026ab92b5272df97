import type { Json } from '../model/json.ts';
import type { Effect, OperationId } from '../model/operation.ts';
import type { Sending } from '../model/tenant.ts';

/** Somebody or something of the tenant's that a request names. */
export interface Named {
  readonly kind: string;
  readonly value: Json;
}

/** Why a request is to go to a vendor: all that decides whether it may. */
export interface Errand {
  readonly purpose: 'operation' | 'state' | 'clean-up' | 'proof' | 'session' | 'health';
  /** What it does, for a person. */
  readonly says: string;
  readonly operation: OperationId | undefined;
  readonly sending: Sending | undefined;
  readonly effects: readonly Effect[];
  readonly names: readonly Named[];
  /** It is the request as another reading of the documents has it. */
  readonly isReading: boolean;
  /** A credential would stand in its address. */
  readonly baresCredential?: boolean;
}

/** A request that must not be sent, and what would have to be changed for it to be. */
export interface Refusal {
  /** The rule that refuses: one of docs/effects.md. */
  readonly rule: RuleName;
  readonly says: string;
  readonly next: string;
}

/** Why a plan does not hold it. */
export function reasonOf({ rule, says, next }: Refusal): string {
  return `not allowed (${rule}): ${says}. ${next}`;
}

export const RULES = [
  'production',
  'operation',
  'sending',
  'reading',
  'address',
  'effect',
  'name',
  'price',
  'requests',
  'messages',
  'money',
] as const;
export type RuleName = (typeof RULES)[number];
