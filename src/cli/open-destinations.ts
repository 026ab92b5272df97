import { userErrors } from '../errors/catalogue.ts';
import { startMock } from '../mock/start-mock.ts';
import type { Pair } from '../model/exchange.ts';
import type { Suite } from '../model/suite.ts';
import type { TenantVendor } from '../model/tenant.ts';
import type { Destination } from '../proxy/destination.ts';
import { meansOf, signInFor } from '../states/vendor-means.ts';
import { routeOf } from '../targets/http-client.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { readConnection } from '../targets/read-connection.ts';
import { callableOperations } from './mock-command.ts';
import { readFaults } from './mock-options.ts';

/** Where the proxy passes on to, and what it is called in the report. */
export interface OpenDestinations {
  readonly name: string;
  readonly faults: readonly string[];
  readonly destinations: readonly Destination[];
  /** A line for each address at which an application finds a vendor, and what else helps to use it. */
  readonly describe: (addressOf: (vendor: string) => string) => readonly string[];
  readonly close: () => Promise<void>;
}

export function tenantDestinations(live: LiveTenant, injects: boolean): OpenDestinations {
  const { tenant } = live;
  const destinations = tenant.vendors.map((vendor): Destination => {
    const { endpoint, channel } = vendor.notifications;
    return {
      vendor: vendor.vendor,
      base: new URL(vendor.baseUrl),
      route: routeOf(readConnection(vendor, live.secrets.secretOf)),
      connectMs: vendor.timeouts.connectMs,
      credentials: injects ? credentialsOf(vendor, live) : [],
      notifications: {
        timeoutMs: vendor.timeouts.notificationsMs,
        ...(endpoint !== undefined && { endpoint }),
        ...(channel !== undefined && { channel }),
      },
    };
  });
  return {
    ...{ name: tenant.name, faults: [], destinations },
    describe: (addressOf) =>
      destinations.map(({ vendor, base }) => `${vendor}: ${addressOf(vendor)} passes on to ${base.href}`),
    close: async () => {},
  };
}

function credentialsOf(vendor: TenantVendor, { secrets, recipes }: LiveTenant): readonly Pair[] {
  const own = secrets.vendors.find((one) => one.vendor === vendor.vendor);
  if (own === undefined || Object.keys(own.credentials).length === 0) return [];
  return Object.entries(signInFor(meansOf(vendor, own, recipes), ''));
}

export async function mockDestinations(suite: Suite, wanted: readonly string[]): Promise<OpenDestinations> {
  const faults = readFaults(wanted);
  const mock = await startMock({ specs: suite.specs, faults });
  const destinations = suite.specs.map(({ vendor }): Destination => {
    const base = new URL(mock.baseUrl(vendor));
    const notifications = { timeoutMs: 10_000 };
    return { vendor, base, route: routeOf({}), connectMs: 10_000, credentials: [], notifications };
  });
  return {
    ...{ name: 'mock', faults, destinations },
    describe: (addressOf) => callableOperations(mock, suite, addressOf),
    close: () => mock.close(),
  };
}

export function onlyVendor(opened: OpenDestinations, vendor: string | undefined): OpenDestinations {
  if (vendor === undefined) return opened;
  const known = opened.destinations.map((destination) => destination.vendor);
  if (!known.includes(vendor)) throw userErrors.nameUnknown('vendor', vendor, known);
  const destinations = opened.destinations.filter((one) => one.vendor === vendor);
  const describe: OpenDestinations['describe'] = (addressOf) =>
    opened.describe((one) => (one === vendor ? addressOf(one) : 'not passed on to'));
  return { ...opened, destinations, describe };
}
