import type { Pair } from '../model/exchange.ts';
import type { Route } from '../targets/open-connection.ts';

/** A vendor that requests are passed on to. */
export interface Destination {
  readonly vendor: string;
  readonly base: URL;
  readonly route: Route;
  /** Milliseconds until a connection has to stand. */
  readonly connectMs: number;
  /** Credentials to be added where the application sends none; empty where that was not asked for. */
  readonly credentials: readonly Pair[];
  /** How long an answer's notifications may take, and where they are had if not where the spec says. */
  readonly notifications: {
    readonly timeoutMs: number;
    readonly endpoint?: string;
    readonly channel?: string;
  };
}
