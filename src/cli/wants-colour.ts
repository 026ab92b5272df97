import { isInCi } from './ci-engine.ts';

/** Colour only for a person: on a terminal, unless NO_COLOR (no-color.org) or a CI says otherwise. */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  if (environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== '') return false;
  if (isInCi(environment)) return false;
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}
