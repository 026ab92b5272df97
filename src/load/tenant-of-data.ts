import type { Json } from '../model/json.ts';
import type { OperationId } from '../model/operation.ts';
import type {
  Allowance,
  Budget,
  Pace,
  SecretReference,
  Tenant,
  TenantVendor,
  TlsOptions,
} from '../model/tenant.ts';
import { isReference, pathIn, referenceOf } from './secret-reference.ts';
import type { AllowData, BudgetData, TenantData, VendorData } from './tenant-data.ts';

/** The loaded form of a valid tenant file; paths in it are relative to `folder`. */
export function tenantOfData(file: string, folder: string, data: TenantData): Tenant {
  return {
    name: data.name,
    file,
    environment: data.environment,
    budget: budgetOf(data.budget),
    vendors: Object.entries(data.vendors).map(([vendor, entry]) => vendorOf(vendor, entry, folder)),
  };
}

/** `vendor.operation`, whether the vendor was written or not. */
export function operationIdOf(vendor: string, written: string): OperationId {
  return written.includes('.') ? written : `${vendor}.${written}`;
}

function budgetOf({ requests, messages, money }: BudgetData): Budget {
  return { requests, messages, money };
}

function vendorOf(vendor: string, data: VendorData, folder: string): TenantVendor {
  const { timeouts, capabilities, notifications } = data;
  const states = Object.entries(data.states);
  return {
    vendor,
    baseUrl: data.baseUrl.replace(/\/+$/, ''),
    credentials: referencesOf(data.credentials, folder),
    states: mapped(states, plainValues),
    stateCredentials: mapped(states, (values) => referencesOf(values, folder)),
    allow: allowanceOf(vendor, data.allow),
    capabilities: {
      permissions: capabilities.permissions,
      features: capabilities.features,
      channels: capabilities.channels,
      version: capabilities.version,
      edition: capabilities.edition,
    },
    tls: tlsOf(data.tls, folder),
    proxy: data.proxy && {
      url: data.proxy.url,
      username: optionalReference(data.proxy.username, folder),
      password: optionalReference(data.proxy.password, folder),
    },
    timeouts: {
      connectMs: milliseconds(timeouts.connectSeconds),
      answerMs: milliseconds(timeouts.answerSeconds),
      notificationsMs: milliseconds(timeouts.notificationsSeconds),
    },
    pace: paceOf(vendor, data.pace),
    notifications: {
      transport: notifications.transport,
      endpoint: notifications.endpoint,
      channel: notifications.channel,
    },
  };
}

function mapped<Entry, Result>(
  entries: readonly (readonly [string, Entry])[],
  change: (entry: Entry) => Readonly<Record<string, Result>>,
): Readonly<Record<string, Readonly<Record<string, Result>>>> {
  const changed = entries.map(([name, entry]) => [name, change(entry)] as const);
  return Object.fromEntries(changed.filter(([, entry]) => Object.keys(entry).length > 0));
}

function referencesOf(
  values: Readonly<Record<string, Json>>,
  folder: string,
): Readonly<Record<string, SecretReference>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      isReference(value) ? [[name, referenceOf(value, folder)]] : [],
    ),
  );
}

function plainValues(values: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isReference(value)));
}

function optionalReference(text: string | undefined, folder: string): SecretReference | undefined {
  return text === undefined ? undefined : referenceOf(text, folder);
}

function allowanceOf(vendor: string, allow: AllowData): Allowance {
  return {
    effects: allow.effects,
    sendings: allow.sendings,
    operations: allow.operations?.map((written) => operationIdOf(vendor, written)),
    only: allow.only,
    readings: allow.readings,
    credentialsInAddress: allow.credentialsInAddress,
  };
}

function tlsOf({ ca, certificate, key }: VendorData['tls'], folder: string): TlsOptions {
  return {
    ca: ca === undefined ? undefined : pathIn(folder, ca),
    certificate: certificate === undefined ? undefined : pathIn(folder, certificate),
    key: optionalReference(key, folder),
  };
}

function paceOf(vendor: string, pace: VendorData['pace']): Pace {
  const operations = Object.entries(pace.operations).map(
    ([written, perMinute]) => [operationIdOf(vendor, written), perMinute] as const,
  );
  return {
    perMinute: pace.perMinute,
    operations: Object.fromEntries(operations),
    longestWaitMs: milliseconds(pace.longestWaitSeconds),
    retries: pace.retries,
  };
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}
