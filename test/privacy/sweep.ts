// Looks for canaries in all that a command has left.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finished } from '../cli/run-command.ts';
import { ENCODINGS } from './canaries.ts';

export interface Left {
  readonly name: string;
  readonly text: string;
}

/** Both outputs of each command, and every file below its reports. */
export function leftBy(finished: readonly Finished[], folder: string): readonly Left[] {
  const outputs = finished.flatMap(({ stdout, stderr }) => [
    { name: 'stdout', text: stdout },
    { name: 'stderr', text: stderr },
  ]);
  const reports = join(folder, 'reports');
  const files = existsSync(reports) ? readdirSync(reports, { recursive: true, encoding: 'utf8' }) : [];
  return [
    ...outputs,
    ...files
      .filter((file) => !file.startsWith('latest') && statSync(join(reports, file)).isFile())
      // Whoever asks for evidence in full wants people in it; of secrets there is a test of its own.
      .filter((file) => !file.endsWith('evidence.full.ndjson'))
      .map((name) => ({ name, text: readFileSync(join(reports, name), 'utf8') })),
  ];
}

/** Where a canary stands, and how it is written there. */
export function sightings(canaries: readonly string[], left: readonly Left[]): readonly string[] {
  return canaries.flatMap((canary) =>
    Object.entries(ENCODINGS).flatMap(([encoding, encode]) => {
      const encoded = encode(canary);
      return left
        .filter(({ text }) => text.includes(encoded))
        .map(({ name, text }) => `${canary} as ${encoding} in ${name}: ${around(text, encoded)}`);
    }),
  );
}

function around(text: string, wanted: string): string {
  const at = text.indexOf(wanted);
  return text.slice(Math.max(0, at - 80), at + wanted.length + 40);
}
