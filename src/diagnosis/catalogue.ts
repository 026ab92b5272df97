import { ANSWER_TROUBLES } from './answer-troubles.ts';
import type { Diagnosis } from './diagnosis.ts';
import { NOTIFICATION_TROUBLES } from './notification-troubles.ts';
import { PROXY_TROUBLES } from './proxy-troubles.ts';
import { STANDING_TROUBLES } from './standing-troubles.ts';
import { TLS_TROUBLES } from './tls-troubles.ts';
import { WAY_TROUBLES } from './way-troubles.ts';

/** Everything that is known to go wrong on the way, in the order of the way. */
export const TROUBLES = {
  ...WAY_TROUBLES,
  ...TLS_TROUBLES,
  ...PROXY_TROUBLES,
  ...ANSWER_TROUBLES,
  ...STANDING_TROUBLES,
  ...NOTIFICATION_TROUBLES,
} as const;

export type TroubleId = keyof typeof TROUBLES;

export function isTroubleId(id: string): id is TroubleId {
  return Object.hasOwn(TROUBLES, id);
}

export function diagnosis(id: TroubleId): Diagnosis {
  return { id, ...TROUBLES[id] };
}
