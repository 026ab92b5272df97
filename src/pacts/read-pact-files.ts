import { readDataFile } from '../load/read-data-file.ts';
import { findPactFiles } from './find-pact-files.ts';
import type { PactOfAnyone } from './pact-of-anyone.ts';
import { readPact } from './read-pact.ts';

/** The pacts of a file, a folder or a pattern. */
export function readPactFiles(place: string): readonly PactOfAnyone[] {
  return findPactFiles(place).map((file) => readPact(file, readDataFile(file)));
}
