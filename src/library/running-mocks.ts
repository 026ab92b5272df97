import type { MockRequestLogEntry } from '../mock/mock-request-log-entry.ts';
import type { Mock as MockServer } from '../mock/start-mock.ts';

/** Mocks of this process, in whose logs an answer finds the request that it belongs to. */
const running = new Set<MockServer>();

export const runningMocks = {
  /** Gives back what takes the mock off the list. */
  add: (server: MockServer): (() => void) => {
    running.add(server);
    return () => running.delete(server);
  },

  /** The last request to that address that was answered with that status. */
  findRequest: (url: string, status: number): MockRequestLogEntry | undefined => {
    const server = [...running].find(({ origin }) => url.startsWith(`${origin}/`));
    return server?.requests.findLast((entry) => entry.status === status && isAt(server, entry, url));
  },
};

function isAt(server: MockServer, { vendor, path, query }: MockRequestLogEntry, url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  const base = new URL(server.baseUrl(vendor)).pathname;
  return pathname === base + path && sameQuery([...searchParams], query);
}

function sameQuery(
  left: readonly (readonly [string, string])[],
  right: MockRequestLogEntry['query'],
): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
