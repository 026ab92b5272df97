import type { ReceivedResponse } from '../model/exchange.ts';

/** The first value of a header; the name in lower case. */
export function headerOf({ headers }: ReceivedResponse, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
}
