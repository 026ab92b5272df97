// The embedded vendors: one loopback server, each vendor below its own prefix.
import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ProviderState } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { StateResolution } from '../model/target.ts';
import { draftAnswer } from './answer.ts';
import { closeServer, listen, originOf } from './loopback-server.ts';
import { readRequest } from './mock-request.ts';
import type { MockRequestLogEntry } from './mock-request-log-entry.ts';
import { type MountOptions, mountVendors, withFaults } from './mount-vendors.ts';
import { sendAnswer } from './send-answer.ts';
import { type ServedVendor, serveRequest } from './serve-request.ts';

export interface MockOptions extends MountOptions {
  readonly port?: number;
  readonly host?: '127.0.0.1';
}

export interface Mock {
  readonly origin: string;
  baseUrl(vendor: string): string;
  /** Makes the states true. `wanted`: the values the interaction needs, with the contract's examples. */
  establish(
    vendor: string,
    states: readonly ProviderState[],
    wanted: Readonly<Record<string, Json>>,
  ): StateResolution;
  /** Ids of what a vendor holds, by kind of thing. */
  holdings(vendor: string): Readonly<Record<string, readonly string[]>>;
  /** In the order they were answered. */
  readonly requests: readonly MockRequestLogEntry[];
  /** Misbehaves in these ways from now on; what the vendors hold stays. */
  setFaults(names: readonly string[]): void;
  /** Vendors as they were at the start, and an empty log. */
  reset(): void;
  close(): Promise<void>;
}

export async function startMock(options: MockOptions): Promise<Mock> {
  const requests: MockRequestLogEntry[] = [];
  const closing = new AbortController();
  // Every delayed answer listens for the end.
  setMaxListeners(0, closing.signal);
  let origin = '';
  const mount = () => mountVendors(options, (vendor) => `${origin}/${vendor}`);
  let vendors = mount();
  const server = createServer((incoming, response) => {
    serve(vendors, incoming, response, closing.signal, requests).catch(() => response.destroy());
  });
  const closeBridges = (): void => {
    for (const { bayeux } of vendors.values()) bayeux.close();
  };
  try {
    await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  } catch (error) {
    // Their timers would keep the process alive.
    closeBridges();
    throw error;
  }
  origin = originOf(server);
  return {
    origin,
    baseUrl: (vendor) => `${origin}/${vendor}`,
    establish: (vendor, states, wanted) =>
      vendors.get(vendor)?.instance.establish(states, wanted) ?? {
        kind: 'unavailable',
        reason: `the mock has no vendor '${vendor}'`,
      },
    holdings: (vendor) => vendors.get(vendor)?.instance.holdings?.() ?? {},
    requests,
    setFaults: (names) => {
      vendors = withFaults(vendors, options, names);
    },
    reset: () => {
      closeBridges();
      vendors = mount();
      requests.length = 0;
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      closeBridges();
      await closeServer(server);
    },
  };
}

async function serve(
  vendors: ReadonlyMap<string, ServedVendor>,
  incoming: IncomingMessage,
  response: ServerResponse,
  closing: AbortSignal,
  log: MockRequestLogEntry[],
): Promise<void> {
  const request = await readRequest(incoming);
  const [, id = '', below = ''] = /^\/([^/]*)(.*)$/.exec(request.fullPath) ?? [];
  const vendor = vendors.get(id);
  const connection = { incoming, response, closing };
  if (vendor === undefined)
    return sendAnswer(draftAnswer('problem', 404, { error: `no vendor '${id}'` }), response, closing);
  await serveRequest(vendor, request, below, connection, ({ answer, route }) => {
    const { method, query, headers, body } = request;
    const operation = route?.operation.id;
    log.push({ vendor: id, operation, method, path: below, query, headers, body, status: answer.status });
  });
}
