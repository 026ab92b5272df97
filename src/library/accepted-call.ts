import type { Json } from '../model/json.ts';

/** A request as its contract describes it, ready to be sent. */
export interface AcceptedCall {
  readonly url: string;
  /** What `fetch` takes beside the address. */
  readonly init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    /** JSON text, where anything is sent. */
    readonly body?: string;
  };
  /** What the states gave: credentials and ids, by name. */
  readonly values: Readonly<Record<string, Json>>;
}
