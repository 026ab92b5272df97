import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { EVIDENCE_FILE } from './resume-run.ts';

/** A recording that can be read, and its name for people. */
export interface OpenRecording {
  readonly name: string;
  readonly read: () => AsyncIterable<Uint8Array>;
}

const STANDARD_INPUT = '-';
const CHUNK_BYTES = 1024 * 1024;

/** Throws at once where a file is not there: nobody wants to know that after the others were judged. */
export function openRecordings(files: readonly string[]): readonly OpenRecording[] {
  return files.map((given) => {
    if (given === STANDARD_INPUT) return { name: 'standard input', read: () => process.stdin };
    const file = evidenceIn(given);
    return { name: file, read: () => createReadStream(file, { highWaterMark: CHUNK_BYTES }) };
  });
}

/** Of the folder of a run its evidence. */
function evidenceIn(given: string): string {
  try {
    const file = statSync(given).isDirectory() ? join(given, EVIDENCE_FILE) : given;
    accessSync(file, constants.R_OK);
    return file;
  } catch (error) {
    throw userErrors.fileUnreadable(given, error instanceof Error ? error.message : String(error));
  }
}
