import type { Json } from './json.ts';
import type { Effect, OperationId } from './operation.ts';

/** Where a secret is to be had; the secret itself never stands in a tenant file. */
export type SecretReference =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

export const ENVIRONMENTS = ['sandbox', 'staging', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** Where a planned request comes from, as a tenant allows it: see `Origin`. */
export const SENDINGS = ['contract', 'variant', 'probe'] as const;
export type Sending = (typeof SENDINGS)[number];

/** What may be done in one vendor's tenant. Nothing is allowed that is not named. */
export interface Allowance {
  readonly effects: readonly Effect[];
  readonly sendings: readonly Sending[];
  /** Undefined allows every operation whose effects are allowed. */
  readonly operations: readonly OperationId[] | undefined;
  /** By kind of thing (`case`, `agent`, `recipient`…): the only values a request may name, besides what the run made. */
  readonly only: Readonly<Record<string, readonly Json[]>>;
  /** May other readings of the documents be tried where the primary one is refused? */
  readonly readings: boolean;
  /** May a credential stand in an address, where logs keep it? */
  readonly credentialsInAddress: boolean;
}

/** Upper bounds of one run over all vendors of a tenant. */
export interface Budget {
  /** Of every kind: operations, states, clean-up, sessions. */
  readonly requests: number;
  /** Requests that notify people. */
  readonly messages: number;
  readonly money: MoneyBudget | undefined;
}

export interface MoneyBudget {
  readonly currency: string;
  readonly most: number;
  /** What one request of an operation costs; one that costs money and has no price is not sent. */
  readonly prices: Readonly<Record<OperationId, number>>;
}

/** What the tenant has, where it is known: an operation that needs something else is not applicable to it. */
export interface Capabilities {
  readonly permissions: readonly string[] | undefined;
  readonly features: readonly string[] | undefined;
  readonly channels: readonly string[] | undefined;
  readonly version: string | undefined;
  readonly edition: string | undefined;
}

export interface TlsOptions {
  /** PEM file of further certificate authorities. */
  readonly ca: string | undefined;
  readonly certificate: string | undefined;
  readonly key: SecretReference | undefined;
}

export interface ProxyOptions {
  readonly url: string;
  readonly username: SecretReference | undefined;
  readonly password: SecretReference | undefined;
}

export interface Timeouts {
  readonly connectMs: number;
  /** For the whole answer, counted from when the connection stands. */
  readonly answerMs: number;
  readonly notificationsMs: number;
}

export interface Pace {
  /** Requests a minute towards the vendor; undefined when unlimited. */
  readonly perMinute: number | undefined;
  /** The same for single operations. */
  readonly operations: Readonly<Record<OperationId, number>>;
  /** Longest wait that a `Retry-After` is obeyed for. */
  readonly longestWaitMs: number;
  /** How often a request without effects is sent again after 429, 503 or a broken connection. */
  readonly retries: number;
}

export const NOTIFICATION_TRANSPORTS = ['long-polling', 'websocket'] as const;
export type NotificationTransport = (typeof NOTIFICATION_TRANSPORTS)[number];

export interface NotificationOptions {
  readonly transport: NotificationTransport;
  /** Instead of the spec's. */
  readonly endpoint: string | undefined;
  readonly channel: string | undefined;
}

/** Values of one provider state, by value name. */
export type StateValues = Readonly<Record<string, Json>>;

/** One vendor as a tenant has it. */
export interface TenantVendor {
  readonly vendor: string;
  readonly baseUrl: string;
  /** By the name of the state value that carries it, for example `apiKey`. */
  readonly credentials: Readonly<Record<string, SecretReference>>;
  /** By name of the provider state; without credentials. */
  readonly states: Readonly<Record<string, StateValues>>;
  /** By name of the provider state: credentials that hold in it instead, such as those of another user. */
  readonly stateCredentials: Readonly<Record<string, Readonly<Record<string, SecretReference>>>>;
  readonly allow: Allowance;
  readonly capabilities: Capabilities;
  readonly tls: TlsOptions;
  readonly proxy: ProxyOptions | undefined;
  readonly timeouts: Timeouts;
  readonly pace: Pace;
  readonly notifications: NotificationOptions;
}

/** A live account of one or more vendors, as its tenant file describes it. */
export interface Tenant {
  readonly name: string;
  /** As given, for messages to people. */
  readonly file: string;
  readonly environment: Environment;
  readonly budget: Budget;
  readonly vendors: readonly TenantVendor[];
}

/** The credentials of one vendor, each at the place of its reference. They live in memory only. */
export interface VendorSecrets {
  readonly vendor: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly stateCredentials: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
