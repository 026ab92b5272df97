import type { RawFinding } from '../../model/finding.ts';
import { pointerOfJsonPath } from '../../model/json-path.ts';
import { escapeToken } from '../../model/json-pointer.ts';
import type { Source } from '../../model/source.ts';
import type { Mismatch } from './read-verification.ts';

/** Finds what the documents say of a place of the exchange. */
export type SourceFinder = (pointer: string) => Source;

const MISSING_KEYS = /missing the following keys: (.+)/;

/**
 * Findings for one difference Pact reports about the body at `place` (`response.body`, `notifications.<kind>`);
 * members that are not there are named one by one, as every other judge names them.
 */
export function mismatchFindings(
  mismatch: Mismatch,
  place: string,
  find: SourceFinder,
): readonly RawFinding[] {
  const pointer = pointerOf(mismatch, place);
  const missing = MISSING_KEYS.exec(mismatch.text)?.[1]?.split(', ') ?? [];
  if (missing.length > 0)
    return missing.map((key) =>
      findingAt(`${pointer}/${escapeToken(key)}`, 'it to be there', 'absent', find),
    );
  return [findingAt(pointer, expectationOf(mismatch), mismatch.actual, find)];
}

export function findingAt(pointer: string, expected: string, actual: string, find: SourceFinder): RawFinding {
  return { pointer, expected, actual, source: find(pointer), level: 'must' };
}

function pointerOf({ type, key, path }: Mismatch, place: string): string {
  if (type === 'StatusMismatch') return 'response.status';
  if (key !== undefined) return `response.header.${key.toLowerCase()}`;
  const member = path === undefined ? undefined : pointerOfJsonPath(path);
  return `${place}#${member ?? ''}`;
}

/** Of a body Pact names an example of what it accepts; of anything else the very value. */
function expectationOf({ type, expected, text }: Mismatch): string {
  if (expected === '') return text;
  return type.startsWith('Body') ? `like ${expected}` : expected;
}
