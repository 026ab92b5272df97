import { readFileSync } from 'node:fs';

/** Does the pull request come from a fork? GitHub gives such a job no secrets. */
export function isFork(eventPath: string | undefined): boolean {
  if (eventPath === undefined || eventPath === '') return false;
  const event: unknown = JSON.parse(readFileSync(eventPath, 'utf8'));
  const pull = member(event, 'pull_request');
  const [head, base] = ['head', 'base'].map((side) =>
    member(member(member(pull, side), 'repo'), 'full_name'),
  );
  return pull !== undefined && head !== base;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const members: Readonly<Record<string, unknown>> = { ...value };
  return members[name];
}
