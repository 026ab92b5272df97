import type { ChangeCause, ChangeKind, FindingChange, ReportChanges } from '../model/changes.ts';
import { inertLine } from './inert-text.ts';
import { verdictLabels } from './labels.ts';
import { shorten } from './shorten.ts';
import { plural } from './tally.ts';

const VALUE_LIMIT = 120;

export const changeLabels: Readonly<Record<ChangeKind, { readonly word: string; readonly meaning: string }>> =
  {
    new: { word: 'new', meaning: 'it was not there before' },
    changed: { word: 'changed', meaning: 'the same place differs in another way' },
    fixed: { word: 'fixed', meaning: 'it was looked at, and is as it should be' },
    gone: { word: 'gone', meaning: 'it was not looked at, so nothing is known of it' },
  };

export const CAUSES: Readonly<Record<ChangeCause, string>> = {
  observed: 'the vendor answers otherwise',
  'judged-by': 'our specs or contracts are others',
  undetermined: 'it cannot be told whether the vendor or our specs changed',
};

/** `2 new, 1 fixed since run …`; what did not change has no number. */
export function changesLabel({ counts, since, known }: ReportChanges): string {
  const kinds = (['new', 'changed', 'fixed', 'gone'] as const).filter((kind) => counts[kind] > 0);
  const said = kinds.map((kind) => `${counts[kind]} ${changeLabels[kind].word}`);
  const as = [...said, ...(known.length === 0 ? [] : [`${known.length} as before`])];
  const target = `${since.target}, ${since.startedAt.slice(0, 16)}`;
  return `Since run ${since.run} (${target}): ${as.length === 0 ? 'nothing differs, as before' : as.join(', ')}`;
}

/** Everything that is otherwise, a line each, what is new first. */
export function changeLines(changes: ReportChanges): readonly string[] {
  const { findings, verdicts, readings, undocumented, doubts } = changes;
  return [
    ...doubts.map((doubt) => `Mind: ${doubt}`),
    ...verdicts.map(
      ({ operation, before, after, cause }) =>
        `verdict  ${operation}: ${verdictWord(before)} → ${verdictWord(after)} (${CAUSES[cause]})`,
    ),
    ...(['new', 'changed', 'fixed', 'gone'] as const).flatMap((kind) =>
      findings.filter((one) => one.kind === kind).map(findingLine),
    ),
    ...readings.map(
      ({ operation, ambiguity, before, after }) =>
        `reading  ${operation}, ${ambiguity}: ${before ?? 'not told'} → ${after ?? 'not told'}`,
    ),
    ...undocumented.flatMap(({ operation, came, went }) => [
      ...(came.length === 0
        ? []
        : [`fields   ${operation}: ${plural(came.length, 'undocumented field')} more: ${came.join(', ')}`]),
      ...(went.length === 0 ? [] : [`fields   ${operation}: no longer seen: ${went.join(', ')}`]),
    ]),
  ].map(inertLine);
}

function findingLine(change: FindingChange): string {
  const { kind, operation, pointer, level, fingerprint, cause, because } = change;
  const why = because === null ? CAUSES[cause] : `not looked at: ${because}`;
  return `${kind.padEnd(8)} ${level} ${operation} ${pointer}: ${values(change)} (${fingerprint}; ${why})`;
}

function values({ kind, before, after, expected }: FindingChange): string {
  const [was, is] = [before, after].map((value) => shorten(value ?? '', VALUE_LIMIT));
  switch (kind) {
    case 'new':
      return `expected ${shorten(expected, VALUE_LIMIT)}, was ${is}`;
    case 'changed':
      return `${was} → ${is}`;
    case 'fixed':
    case 'gone':
      return `${was} before`;
    default:
      return kind satisfies never;
  }
}

function verdictWord(verdict: keyof typeof verdictLabels | null): string {
  return verdict === null ? 'not judged' : verdictLabels[verdict].word;
}
