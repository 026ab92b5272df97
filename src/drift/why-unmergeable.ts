import type { Report } from '../model/report.ts';

/** A report and where it was read from. */
export interface Part {
  readonly file: string;
  readonly report: Report;
}

export interface Unmergeable {
  readonly files: readonly string[];
  readonly problem: string;
  readonly todo: string;
}

/** Why reports are not the parts of one run; undefined where they are. `expected` is how many there have to be. */
export function whyUnmergeable(
  parts: readonly Part[],
  expected: number | undefined,
): Unmergeable | undefined {
  return missingParts(parts, expected) ?? strangers(parts) ?? repeated(parts);
}

function missingParts(parts: readonly Part[], expected: number | undefined): Unmergeable | undefined {
  const files = parts.map(({ file }) => file);
  if (expected !== undefined && parts.length !== expected)
    return {
      files,
      problem: `${parts.length} reports instead of the ${expected} that are expected`,
      todo: 'Look whether every part of the run has ended and kept its report.',
    };
  const shards = parts.flatMap(({ report }) => report.shard ?? []);
  const of = Math.max(0, ...shards.map((shard) => shard.of));
  const indexes = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !indexes.has(index));
  if (missing.length === 0) return undefined;
  return {
    files,
    problem: `the parts ${missing.map((index) => `${index}/${of}`).join(', ')} are missing`,
    todo: 'Give the reports of all parts; one that could not be judged has a report as well.',
  };
}

/** Every part is like the first one in all that a run has once. */
function strangers([first, ...others]: readonly Part[]): Unmergeable | undefined {
  if (first === undefined) return undefined;
  for (const other of others) {
    const difference = differenceOf(first.report, other.report);
    if (difference !== undefined)
      return {
        files: [first.file, other.file],
        problem: `they are of different runs: ${difference}`,
        todo: 'Merge the parts of one run: the same version, specs, contracts and gate.',
      };
  }
  return undefined;
}

function differenceOf(one: Report, other: Report): string | undefined {
  const told: readonly (readonly [string, string, string])[] = [
    ['version of the tool', one.tool.version, other.tool.version],
    ['target', `${one.target.kind} ${one.target.name}`, `${other.target.kind} ${other.target.name}`],
    ['gate', one.gate, other.gate],
    ...Object.entries(one.basis?.specs ?? {}).map(
      ([vendor, digest]) => [`spec of ${vendor}`, digest, other.basis?.specs[vendor] ?? digest] as const,
    ),
  ];
  const found = told.find(([, left, right]) => left !== right);
  return found === undefined
    ? undefined
    : `${found[0]} ${found[1].slice(0, 40)} and ${found[2].slice(0, 40)}`;
}

function repeated(parts: readonly Part[]): Unmergeable | undefined {
  const seen = new Map<string, string>();
  for (const { file, report } of parts)
    for (const { operation } of report.operations) {
      const other = seen.get(operation);
      if (other !== undefined)
        return {
          files: [other, file],
          problem: `both judge ${operation}`,
          todo: 'Give each operation to one part; "run --shard 1/3" does so.',
        };
      seen.set(operation, file);
    }
  return undefined;
}
