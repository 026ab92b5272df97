import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type {
  Body,
  Exchange,
  NotificationWait,
  Pair,
  ReceivedNotification,
  Redirect,
  SentRequest,
  TransportFailure,
} from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { ObservedExchange, ObservedPlan } from '../model/observed.ts';
import type { UnplannedExchange } from '../model/plan.ts';
import { SCHEMA_AS_GIVEN } from '../model/schema-as-given.ts';
import harEntry from './schemas/har-entry.schema.json' with { type: 'json' };
import recordedLine from './schemas/recorded-line.schema.json' with { type: 'json' };

export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** What of a HAR 1.2 entry is read. Recorders write null where the format wants nothing. */
export interface HarEntry {
  readonly startedDateTime?: string;
  readonly time?: number | null;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: readonly HarPair[] | null;
    readonly queryString?: readonly HarPair[] | null;
    readonly bodySize?: number | null;
    readonly postData?: {
      readonly text?: string | null;
      readonly encoding?: string | null;
      readonly params?: readonly { readonly name: string; readonly value?: string | null }[] | null;
    } | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: readonly HarPair[] | null;
    readonly bodySize?: number | null;
    readonly _error?: string | null;
    readonly _failureText?: string | null;
    readonly content?: {
      readonly size?: number | null;
      readonly text?: string | null;
      readonly encoding?: string | null;
    } | null;
  };
  readonly _webSocketMessages?:
    | readonly { readonly type: string; readonly time?: number; readonly data: string }[]
    | null;
  readonly _conformance?: Json;
  /** What was planned between the entry before and this one, and not sent. */
  readonly _unsent?: readonly Json[];
}

/** An exchange of which no more than request and answer has to be there. */
export interface SeenExchange {
  readonly id?: string;
  readonly request: Omit<SentRequest, 'body'> & { readonly body?: Body };
  readonly result: Exchange['result'];
  readonly notifications?: readonly ReceivedNotification[];
  readonly notificationWait?: NotificationWait;
  readonly timing?: Exchange['timing'];
}

type Plan = Pick<ObservedPlan, 'vendor' | 'title' | 'origin' | 'intent' | 'states'> & {
  readonly request: Omit<ObservedPlan['request'], 'body'> & { readonly body?: string };
};

/** An answer in the evidence of a run of ours. */
export interface EvidenceLine {
  readonly kind: 'exchange';
  readonly exchange: Omit<Exchange, 'request'> & { readonly request: SeenExchange['request'] };
  readonly superseded?: true;
  readonly stateValues?: ObservedPlan['stateValues'];
  readonly reading?: NonNullable<ObservedPlan['reading']>;
  readonly plan?: Plan;
}

export type ObservedLine = Pick<ObservedExchange, 'url' | 'sentAt' | 'lost'> & {
  readonly at?: string;
  readonly exchange: SeenExchange;
};

/** What we add to an entry of a HAR of our own, so that nothing of a run is lost in it. */
export interface ConformanceMember {
  /** Id of the planned exchange. */
  readonly exchange: string;
  readonly operation: string;
  readonly plan: Plan;
  readonly stateValues: ObservedPlan['stateValues'];
  readonly reading?: NonNullable<ObservedPlan['reading']>;
  readonly superseded: readonly Exchange[];
  readonly notifications: readonly ReceivedNotification[];
  readonly notificationWait: NotificationWait;
  readonly failure?: TransportFailure;
  readonly redirect?: Redirect;
  /** Below the base address. */
  readonly path: string;
}

const ajv = new Ajv2020({
  ...SCHEMA_AS_GIVEN,
  allErrors: false,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
});
ajv.addSchema(recordedLine);

function shape<Shape>(name: string) {
  return ajv.compile<Shape>({ $ref: `recorded-line#/$defs/${name}` });
}

export const isHarEntry = ajv.compile<HarEntry>(harEntry);
export const isEvidenceLine = shape<EvidenceLine>('evidence');
export const isSendingLine = shape<{ readonly id: string }>('sending');
export const isUnsentLine = shape<{ readonly slot: UnplannedExchange }>('unsent');
export const isUnsentSlot = shape<UnplannedExchange>('slot');
export const isObservedLine = shape<ObservedLine>('observed');
export const isSeenExchange = shape<SeenExchange>('seen');
export const isConformanceMember = shape<ConformanceMember>('conformance');

/** Which place is wrong and how. What stands there is not told: it may be anything. */
export function misshapen({ errors }: { readonly errors?: readonly ErrorObject[] | null }): string {
  const error = errors?.[0];
  const place = error?.instancePath === undefined || error.instancePath === '' ? 'it' : error.instancePath;
  const missing: unknown = error?.params['missingProperty'];
  if (typeof missing === 'string') return `${place} has no "${missing}"`;
  return `${place} is not as it has to be: ${error?.message ?? 'of another form'}`;
}

export function pairsOf(pairs: readonly HarPair[] | null | undefined): readonly Pair[] {
  return (pairs ?? []).map(({ name, value }): Pair => [name, value]);
}
