import type { CitingCheck } from '../model/own-check.ts';
import type { Level } from '../model/source.ts';
import { levelOf, strongestLevel } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import { type Citers, citersOf } from './citers-of.ts';
import { type ChangeKind, classifyChange } from './classify-change.ts';
import { type WordDigests, wordsOf } from './document-words.ts';
import { type Lines, type Passage, traceDocument } from './trace-passage.ts';

/** Cited lines that no longer say what they said. */
export interface ChangedPassage {
  readonly citers: Citers;
  readonly passage: Extract<Passage, { readonly fate: 'changed' | 'gone' }>;
  readonly kind: ChangeKind | 'gone';
  /** Of the strongest claim or check of the user's own that rests on it; may where none does. */
  readonly level: Level;
}

export interface MovedPassage {
  readonly citers: Citers;
  readonly lines: Lines;
}

/** One document as it is today beside what was pinned of it. */
export interface DocumentComparison {
  readonly document: string;
  readonly title: string;
  /** Not a byte differs. */
  readonly isSame: boolean;
  readonly changed: readonly ChangedPassage[];
  readonly moved: readonly MovedPassage[];
  /** Lines that say something new, within none of the changed passages. */
  readonly added: readonly { readonly lines: Lines; readonly text: string }[];
  /** How many of the pinned words are still there, from 0 to 1: a page fetched in another form keeps few. */
  readonly kept: number;
}

export interface DocumentToday {
  readonly id: string;
  readonly text: string;
  readonly isSame: boolean;
  readonly pinned: WordDigests;
}

/** What the documents say otherwise than they did, claim by claim. */
export function compareDocuments(
  suite: Suite,
  today: readonly DocumentToday[],
  ownChecks: readonly CitingCheck[] = [],
): readonly DocumentComparison[] {
  const citers = citersOf(suite, ownChecks);
  return today.map((document) =>
    compareDocument(
      document,
      suite.documents.find(({ id }) => id === document.id)?.title ?? document.id,
      citers.filter((one) => one.document === document.id),
    ),
  );
}

function compareDocument(
  { id, text, isSame, pinned }: DocumentToday,
  title: string,
  citers: readonly Citers[],
): DocumentComparison {
  const tracing = traceDocument(pinned, wordsOf(text));
  const traced = citers.map((one) => ({ citers: one, passage: tracing.trace(one.lines) }));
  const moved = traced.flatMap(({ citers: own, passage }) =>
    passage.fate === 'moved' ? [{ citers: own, lines: passage.lines }] : [],
  );
  const changed = concernedPassages(
    traced.flatMap(({ citers: own, passage }) =>
      passage.fate === 'changed' || passage.fate === 'gone' ? [describeChange(own, passage)] : [],
    ),
  ).toSorted((one, other) => one.citers.lines[0] - other.citers.lines[0]);
  const lines = text.split(/\r\n?|\n/);
  const added = tracing.added
    .filter(
      (run) => !changed.some(({ passage }) => passage.fate === 'changed' && isWithin(run, passage.lines)),
    )
    .map(([from, to]) => ({ lines: [from, to] as const, text: lines.slice(from - 1, to).join('\n') }));
  return { document: id, title, isSame, changed, moved, added, kept: tracing.kept };
}

function describeChange(citers: Citers, passage: ChangedPassage['passage']): ChangedPassage {
  const kinds = passage.fate === 'gone' ? [] : citers.nodes.map(({ node }) => classifyChange(passage, node));
  const kind = passage.fate === 'gone' ? 'gone' : (kinds[0] ?? classifyChange(passage, undefined));
  const level = strongestLevel(citers.claims.map(({ source }) => levelOf(source.strength)));
  return { citers, passage, kind, level };
}

/** Lines that only checks of the user's own name hide no passage of ours, and are told where none of ours tells it. */
function concernedPassages(changed: readonly ChangedPassage[]): readonly ChangedPassage[] {
  const ours = innermost(changed.filter(({ citers }) => !isNamedByOwnAlone(citers)));
  const told = new Set(ours.flatMap(({ passage }) => passage.differences));
  const others = changed.filter(
    ({ citers, passage }) =>
      isNamedByOwnAlone(citers) && passage.differences.some((difference) => !told.has(difference)),
  );
  const resting = changed.filter(({ citers }) => citers.ownChecks.length > 0);
  return [...ours, ...others].map((one) => withOwnChecks(one, resting));
}

function isNamedByOwnAlone({ nodes, claims, contracts, readings, defects }: Citers): boolean {
  return [nodes, claims, contracts, readings, defects].every((citers) => citers.length === 0);
}

/** A check rests on all of its lines, so whatever has changed in them is told with its name. */
function withOwnChecks(one: ChangedPassage, resting: readonly ChangedPassage[]): ChangedPassage {
  const differences = new Set(one.passage.differences);
  const ownChecks = resting
    .filter(({ passage }) => passage.differences.some((difference) => differences.has(difference)))
    .flatMap(({ citers }) => citers.ownChecks);
  const levels = ownChecks.map(({ source }) => levelOf(source.strength));
  return { ...one, citers: { ...one.citers, ownChecks }, level: strongestLevel([one.level, ...levels]) };
}

/** A passage is left out when all that differs in it differs in shorter ones, whose claims are the ones concerned. */
function innermost(changed: readonly ChangedPassage[]): readonly ChangedPassage[] {
  return changed.filter((one) => {
    const shorter = changed.filter((other) => length(other) < length(one));
    const told = new Set(shorter.flatMap(({ passage }) => passage.differences));
    return one.passage.differences.some((difference) => !told.has(difference));
  });
}

function length({ citers: { lines } }: ChangedPassage): number {
  return lines[1] - lines[0];
}

function isWithin([from, to]: Lines, [first, last]: Lines): boolean {
  return from >= first && to <= last;
}
