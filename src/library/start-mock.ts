import type { MockRequestLogEntry } from '../mock/mock-request-log-entry.ts';
import type { Mock as MockServer } from '../mock/start-mock.ts';
import type { Json } from '../model/json.ts';
import type { Suite } from '../model/suite.ts';
import type { AcceptedCall } from './accepted-call.ts';
import { findAcceptedCall } from './find-accepted-call.ts';
import { loadSuite } from './load-suite.ts';
import { assertFaults, assertReadings, assertVendors } from './mock-names.ts';
import { runningMocks } from './running-mocks.ts';

export interface StartMockOptions {
  /** Whose vendors are served; what comes with the package where none is given. */
  readonly suite?: Suite;
  /** Ids of the vendors to serve; all where none is given. */
  readonly vendors?: readonly string[];
  /** On 127.0.0.1; a free one where none is given. */
  readonly port?: number;
  /** Names that `livechat-conformance mock --list-faults` prints. */
  readonly faults?: readonly string[];
  /** Reading id by ambiguity id, of documents that contradict themselves. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** A precondition by name, with parameters where it takes any. */
export type State = string | { readonly name: string; readonly params?: Readonly<Record<string, Json>> };

/** The vendors of a test, as they are documented. */
export interface MockVendors {
  readonly suite: Suite;
  /** What came, in the order it was answered. */
  readonly requests: readonly MockRequestLogEntry[];
  /** Address of a vendor, to stand in the place of the real one. */
  baseUrl(vendor: string): string;
  /**
   * Makes states true and gives the values that belong to them: credentials, ids. `wanted` names the values and gives an
   * example of each.
   */
  establish(
    vendor: string,
    states: readonly State[],
    wanted: Readonly<Record<string, Json>>,
  ): Readonly<Record<string, Json>>;
  /** A call that the vendor will accept: its states are made true, and their values stand in the request. */
  acceptedCall(operation: string): AcceptedCall;
  /** Misbehaves in these ways from now on; what the vendors hold stays. */
  setFaults(names: readonly string[]): void;
  /** Vendors as they were at the start, and an empty log. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the embedded vendors on a port of their own; close them when the tests have ended. */
export async function startMock(options: StartMockOptions = {}): Promise<MockVendors> {
  const suite = options.suite ?? (await loadSuite());
  const { vendors = suite.specs.map(({ vendor }) => vendor), faults = [], readings = {}, port = 0 } = options;
  assertVendors(suite, vendors);
  assertFaults(faults);
  assertReadings(suite, readings);
  const specs = suite.specs.filter(({ vendor }) => vendors.includes(vendor));
  const { startMock: start } = await import('../mock/start-mock.ts');
  const server = await start({ specs, faults, readings, port });
  const forget = runningMocks.add(server);
  const close = async (): Promise<void> => {
    forget();
    await server.close();
  };
  return {
    suite,
    requests: server.requests,
    reset: server.reset,
    baseUrl: (vendor) => {
      assertVendors({ specs }, [vendor]);
      return server.baseUrl(vendor);
    },
    setFaults: (names) => {
      assertFaults(names);
      server.setFaults(names);
    },
    establish: (vendor, states, wanted) => established(server, vendor, states, wanted),
    acceptedCall: (operation) => findAcceptedCall(server, { ...suite, specs }, operation),
    close,
  };
}

function established(
  server: MockServer,
  vendor: string,
  states: readonly State[],
  wanted: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const named = states.map((state) => {
    const { name, params = {} } = typeof state === 'string' ? { name: state } : state;
    return { name, params };
  });
  const resolution = server.establish(vendor, named, wanted);
  if (resolution.kind === 'unavailable') throw new RangeError(resolution.reason);
  return resolution.values;
}
