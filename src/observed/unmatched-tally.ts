import type { UnmatchedRequests } from '../model/observation.ts';

const MOST_KINDS = 500;
const MOST_LISTED = 50;

/** `path` as `generalPath` gives it. */
type UnmatchedRequest = Pick<UnmatchedRequests, 'method' | 'path' | 'reason'>;

/** Requests of no documented operation, by method, path and reason. */
export class UnmatchedTally {
  readonly #kinds = new Map<string, { readonly first: UnmatchedRequests; times: number }>();
  total = 0;

  /** `at` tells where it stands: of most nobody asks. */
  add({ method, path, reason }: UnmatchedRequest, at: () => string): void {
    const key = `${method} ${path} ${reason}`;
    this.total += 1;
    const known = this.#kinds.get(key);
    if (known !== undefined) known.times += 1;
    else if (this.#kinds.size < MOST_KINDS)
      this.#kinds.set(key, { first: { method, path, reason, times: 1, at: at() }, times: 1 });
  }

  /** The most frequent first; `discreet` takes secrets and people out. */
  list(discreet: (text: string) => string): readonly UnmatchedRequests[] {
    return [...this.#kinds.values()]
      .toSorted((one, other) => other.times - one.times)
      .slice(0, MOST_LISTED)
      .map(({ first: { method, path, reason, at }, times }) => ({
        ...{ method: discreet(method), path: discreet(path), reason: discreet(reason), at: discreet(at) },
        times,
      }));
  }
}

/** Without query, and with `*` for what looks like an id. */
export function generalPath(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.replaceAll(/\/(?:\d+|[0-9a-f]{16,}|[0-9a-f-]{32,})(?=\/|$)/gi, '/*').slice(0, 300);
}
