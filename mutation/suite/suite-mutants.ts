import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Survivor } from './known-survivors.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is read of a mutant in Stryker's report (mutation-testing-report-schema). */
export interface ReportedMutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

export interface StrykerReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>
  >;
}

const POSITION = {
  type: 'object',
  required: ['line', 'column'],
  properties: { line: { type: 'integer' }, column: { type: 'integer' } },
} as const;
const MUTANT = {
  type: 'object',
  required: ['status', 'location'],
  properties: {
    status: { type: 'string' },
    replacement: { type: 'string' },
    location: {
      type: 'object',
      required: ['start', 'end'],
      properties: { start: POSITION, end: POSITION },
    },
  },
} as const;
const FILE = {
  type: 'object',
  required: ['source', 'mutants'],
  properties: { source: { type: 'string' }, mutants: { type: 'array', items: MUTANT } },
} as const;

const isReport = new Ajv2020({ strict: true }).compile<StrykerReport>({
  type: 'object',
  required: ['files'],
  properties: { files: { type: 'object', additionalProperties: FILE } },
});

export function readStrykerReport(json: string): StrykerReport {
  const report: unknown = JSON.parse(json);
  if (!isReport(report)) throw new Error(`Stryker's report: ${JSON.stringify(isReport.errors)}`);
  return report;
}

/** How many mutants ended how. */
export function countStatuses({ files }: StrykerReport): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { mutants } of Object.values(files))
    for (const { status } of mutants) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** What no test noticed, be it that none runs the code. */
export function survivorsIn({ files }: StrykerReport): readonly Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => survivorOf(file, source.split('\n'), mutant)),
  );
}

function survivorOf(
  file: string,
  lines: readonly string[],
  { location: { start, end }, replacement = '' }: ReportedMutant,
): Survivor {
  const rows = lines.slice(start.line - 1, end.line);
  const last = (rows.at(-1) ?? '').slice(0, end.column - 1);
  const whole = rows.length === 1 ? last : [...rows.slice(0, -1), last].join('\n');
  return {
    file,
    line: (rows[0] ?? '').trim(),
    original: runTogether(whole.slice(start.column - 1)),
    replacement: runTogether(replacement),
  };
}

function runTogether(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
