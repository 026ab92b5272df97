import type { Json } from '../model/json.ts';
import type { Effect } from '../model/operation.ts';
import type { Environment, NotificationTransport, Sending } from '../model/tenant.ts';

/** A tenant file that its schema accepts, with the defaults of the schema filled in. */
export interface TenantData {
  readonly name: string;
  readonly environment: Environment;
  readonly budget: BudgetData;
  readonly vendors: Readonly<Record<string, VendorData>>;
}

export interface BudgetData {
  readonly requests: number;
  readonly messages: number;
  readonly money?: {
    readonly currency: string;
    readonly most: number;
    readonly prices: Readonly<Record<string, number>>;
  };
}

export interface VendorData {
  readonly baseUrl: string;
  readonly insecure?: true;
  /** `env:NAME` or `file:PATH`. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly allow: AllowData;
  readonly capabilities: {
    readonly permissions?: readonly string[];
    readonly features?: readonly string[];
    readonly channels?: readonly string[];
    readonly version?: string;
    readonly edition?: string;
  };
  readonly tls: { readonly ca?: string; readonly certificate?: string; readonly key?: string };
  readonly proxy?: { readonly url: string; readonly username?: string; readonly password?: string };
  readonly timeouts: {
    readonly connectSeconds: number;
    readonly answerSeconds: number;
    readonly notificationsSeconds: number;
  };
  readonly pace: {
    readonly perMinute?: number;
    readonly operations: Readonly<Record<string, number>>;
    readonly longestWaitSeconds: number;
    readonly retries: number;
  };
  readonly notifications: {
    readonly transport: NotificationTransport;
    readonly endpoint?: string;
    readonly channel?: string;
  };
}

export interface AllowData {
  readonly effects: readonly Effect[];
  readonly sendings: readonly Sending[];
  readonly operations?: readonly string[];
  readonly only: Readonly<Record<string, readonly Json[]>>;
  readonly readings: boolean;
  readonly credentialsInAddress: boolean;
}
