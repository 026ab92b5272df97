import type { Report } from '../model/report.ts';

/** What makes two reports hard to compare, a sentence each. */
export function doubtsOf(before: Report, after: Report): readonly string[] {
  return [
    ...(before.target.name === after.target.name
      ? []
      : [`They are of other targets: ${before.target.name} and ${after.target.name}.`]),
    ...(before.target.kind === after.target.kind
      ? []
      : [`The exchanges come from elsewhere: ${before.target.kind} and ${after.target.kind}.`]),
    ...(before.tool.version === after.tool.version
      ? []
      : [`They are of other versions of the tool: ${before.tool.version} and ${after.tool.version}.`]),
    ...otherSpecs(before, after),
    ...[before, after]
      .filter(({ run }) => run.interrupted)
      .map(({ run }) => `The run ${run.id} was interrupted.`),
    ...(Date.parse(before.run.startedAt) > Date.parse(after.run.startedAt)
      ? ['The first of them is the later one.']
      : []),
  ];
}

function otherSpecs({ basis: one }: Report, { basis: other }: Report): readonly string[] {
  if (one === undefined || other === undefined)
    return ['One of them does not tell by which specs and contracts it was judged.'];
  const names = (left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>) =>
    Object.keys(right).filter((name) => left[name] !== undefined && left[name] !== right[name]);
  const changed = [
    ...names(one.specs, other.specs),
    ...names(one.contracts, other.contracts),
    ...names(one.checks ?? {}, other.checks ?? {}),
  ];
  return changed.length === 0 ? [] : [`They were judged by another ${changed.join(', ')}.`];
}
