import type { Pair } from '../model/exchange.ts';
import type { Operation } from '../model/operation.ts';
import type { Audience } from './notification-desk.ts';

/** Who signs in with the same is told the same; where nobody signs in, whose cookies are the same. */
export function audienceOf(
  vendor: string,
  operations: readonly Operation[],
  headers: readonly Pair[],
): Audience {
  const names = new Set(
    operations
      .flatMap(({ parameters }) => parameters)
      .filter((parameter) => parameter.credential && parameter.in === 'header')
      .map(({ name }) => name.toLowerCase()),
  );
  const pick = (isWanted: (name: string) => boolean): readonly string[] =>
    headers
      .filter(([name]) => isWanted(name.toLowerCase()))
      .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
      .toSorted();
  const signedIn = pick((name) => names.has(name));
  return JSON.stringify([vendor, ...(signedIn.length > 0 ? signedIn : pick((name) => name === 'cookie'))]);
}
