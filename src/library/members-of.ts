/** The members of a value of which nothing is known, those of its prototypes too. */
export type Members = Readonly<Record<string, unknown>>;

export function membersOf(value: unknown): Members | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // Reading a member of an object is always allowed; what it is, the reader finds out.
  return value as Members;
}

/** The first of these members that is there. */
export function firstOf(members: Members | undefined, ...names: readonly string[]): unknown {
  return names.map((name) => members?.[name]).find((value) => value !== undefined && value !== null);
}

export function textOf(value: unknown): string | undefined {
  if (value instanceof URL) return value.href;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
