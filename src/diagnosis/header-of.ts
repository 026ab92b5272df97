import type { ReceivedResponse } from '../model/exchange.ts';

/** The first value of a header; the name in lower case. */
export function headerOf({ headers }: ReceivedResponse, name: string): string | undefined {
  // Most names are told apart by their length alone.
  return headers.find(
    ([candidate]) => candidate.length === name.length && candidate.toLowerCase() === name,
  )?.[1];
}
