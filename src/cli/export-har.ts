import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { userErrors } from '../errors/catalogue.ts';
import type { Report } from '../model/report.ts';
import type { ScanArtefact } from '../privacy/scan-artefact.ts';
import { readRecording } from '../recordings/read-recording.ts';
import { writeHar } from '../recordings/write-har.ts';
import { EVIDENCE_FILE } from './resume-run.ts';

export const HAR_FILE = 'exchanges.har';

/** Writes the evidence of a run once more, as HAR; `scan` is asked of every entry. */
export async function exportHar(
  folder: string,
  { tool, run }: Pick<Report, 'tool' | 'run'>,
  scan: ScanArtefact = () => undefined,
): Promise<void> {
  const file = join(folder, HAR_FILE);
  const items = readRecording(createReadStream(join(folder, EVIDENCE_FILE)), EVIDENCE_FILE);
  const texts = writeHar(items, { tool, startedAt: new Date(run.startedAt) });
  const scanned = Readable.from(texts).map((text: string) => {
    scan(file, text);
    return text;
  });
  try {
    await pipeline(scanned, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw userErrors.outputUnwritable(file, error.message);
  }
}
