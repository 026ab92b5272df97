import type { Exchange } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Alternative, Origin, PlannedExchange } from '../model/plan.ts';
import type { MeantRequest } from './meant-request.ts';

/** What a request was sent for, as far as that is told. */
export interface Meant {
  readonly intent: Intent;
  /** The form in which it was sent where that is another reading's. */
  readonly alternative: Alternative | undefined;
}

const OBSERVED: Origin = { kind: 'observed' };
const NONE: readonly never[] = [];
const NO_VALUES = {};

/** The exchange as if it had been planned, for judges that know nothing else. */
export function slotOf(
  { id }: Exchange,
  operation: Operation,
  title: string,
  request: PlannedExchange['request'],
  { intent, alternative }: Meant,
): PlannedExchange {
  return {
    kind: 'planned',
    id,
    vendor: operation.vendor,
    operation: operation.id,
    title,
    origin: OBSERVED,
    intent,
    effects: operation.effects,
    risk: null,
    states: NONE,
    request,
    alternatives: alternative === undefined ? NONE : [alternative],
    masks: NONE,
    stateValues: NO_VALUES,
  };
}

export function alternativeOf(
  { other, request: meant }: MeantRequest,
  { request: { body, ...sent } }: Exchange,
  pathTemplate: string,
): Alternative | undefined {
  if (other === undefined) return undefined;
  const { ambiguity, reading } = other;
  const text = body !== undefined && 'text' in body ? body.text : undefined;
  const after = reading.request?.path === undefined ? 'form' : 'route';
  return { ambiguity, reading: reading.id, after, pathTemplate, request: { ...sent, body: text }, meant };
}
