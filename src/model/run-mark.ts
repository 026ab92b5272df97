const MARK = /^conformance-[\w.-]+-[0-9a-f]{8}-\d+$/;

/** What a run calls a thing that it makes: a name that nobody else gives, so that a search finds nobody else's. */
export function runMark(run: string, nonce: string, number: number): string {
  return `conformance-${run}-${nonce}-${number}`;
}

/** It is no person's name, wherever a vendor shows it. */
export function isRunMark(text: string): boolean {
  return MARK.test(text);
}
