import type { Breakage, ConsumerImpact } from '../model/report.ts';

/** What breaks a consumer at one place of an operation, whichever judges saw it. */
export interface BreakageGroup {
  readonly operation: string;
  /** Members of lists and maps of ids become `*`, as in a group of findings. */
  readonly pointer: string;
  readonly why: readonly string[];
  readonly fingerprints: readonly [string, ...string[]];
}

export function groupBreakages({ brokenBy }: ConsumerImpact): readonly BreakageGroup[] {
  const groups = new Map<string, BreakageGroup>();
  for (const each of brokenBy) {
    const pointer = each.pointer.replace(/\/\d+(?=\/|$)/gu, '/*');
    const key = `${each.operation} ${pointer}`;
    groups.set(key, joined(groups.get(key), { ...each, pointer }));
  }
  return [...groups.values()];
}

function joined(
  group: BreakageGroup | undefined,
  { operation, pointer, why, fingerprint }: Breakage,
): BreakageGroup {
  if (group === undefined) return { operation, pointer, why, fingerprints: [fingerprint] };
  return {
    ...group,
    why: [...new Set([...group.why, ...why])],
    fingerprints: [...group.fingerprints, fingerprint],
  };
}

/** `<operation> <pointer>: <what for>`. */
export function breakageText({ operation, pointer, why }: BreakageGroup): string {
  return `${operation} ${pointer}${why.length === 0 ? '' : `: ${why.join('; ')}`}`;
}
