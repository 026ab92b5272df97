import { diffWords } from 'diff';
import type { ChangedPassage, DocumentComparison } from '../documents/compare-documents.ts';
import { type Word, wordsOf } from '../documents/document-words.ts';
import type { Lines, TracedWord } from '../documents/trace-passage.ts';
import type { CitingCheck } from '../model/own-check.ts';
import { inertLine } from '../reporters/inert-text.ts';
import { verdictLabels } from '../reporters/labels.ts';
import { plural } from '../reporters/tally.ts';
import {
  indentedLines,
  labelledLines,
  markedLines,
  type NextStep,
  nextLines,
  type Screen,
} from '../reporters/terminal-screen.ts';

/** Below it, what was fetched is hardly the page that was pinned. */
const ANOTHER_PAGE = 0.5;
const SHOWN_ADDED = 10;

/**
 * For a person: by document what it says otherwise, and all of ours that rests on that. `before` may hold old texts;
 * checks of documents that are none of these are named, since nothing was told of those.
 */
export function describeDocuments(
  comparisons: readonly DocumentComparison[],
  before: ReadonlyMap<string, string>,
  notCompared: readonly CitingCheck[],
  screen: Screen,
): readonly string[] {
  return [
    ...comparisons.flatMap((one) => [...describeOne(one, before.get(one.document), screen), '']),
    ...labelledLines(
      'not compared',
      notCompared.map(({ id, from, source }) => inertLine(`${source.document}, for ${id} of ${from}`)),
      screen,
    ),
    ...nextLines(nextOf(comparisons), screen),
  ];
}

function nextOf(comparisons: readonly DocumentComparison[]): NextStep {
  if (comparisons.every(({ isSame }) => isSame)) return { says: 'Nothing.', command: null };
  const read = comparisons.find((one) => readingOf(one) === 'deviating');
  return read === undefined
    ? {
        says: 'They say the same on other lines: take those over by repeating the command with --accept.',
        command: null,
      }
    : {
        says: `Read what ${read.document} says now, mend what rests on it, then repeat the command with --pin.`,
        command: null,
      };
}

/** A document that says something else has to be read; one that is only set otherwise says the same. */
function readingOf({ changed, added }: DocumentComparison): 'conformant' | 'deviating' {
  return changed.length + added.length === 0 ? 'conformant' : 'deviating';
}

const DEEP = ' '.repeat(4);

function describeOne(
  comparison: DocumentComparison,
  before: string | undefined,
  screen: Screen,
): readonly string[] {
  const { document, title, isSame, changed, moved, added, kept } = comparison;
  const { colours } = screen;
  const said = readingOf(comparison);
  const sign = colours.verdict[said](verdictLabels[said].glyph);
  const heading = `${sign} ${colours.strong(document)} (${inertLine(title)}): `;
  if (isSame) return [`${heading}the same to the byte`];
  const counts = [
    ...(changed.length === 0 ? [] : [`${plural(changed.length, 'passage')} changed`]),
    ...(added.length === 0 ? [] : [`${plural(added.length, 'new passage')} that nothing rests on`]),
    ...(moved.length === 0 ? [] : [`${plural(moved.length, 'passage')} on other lines`]),
  ];
  const doubt = `Only ${Math.round(kept * 100)} % of its words are there: is it the same page, fetched the same way?`;
  return [
    `${heading}${counts.length === 0 ? 'set otherwise, and says the same' : counts.join(', ')}`,
    ...(kept < ANOTHER_PAGE ? indentedLines(doubt, screen) : []),
    ...changed.flatMap((one) => ['', ...describeChange(one, before, screen)]),
    ...added
      .slice(0, SHOWN_ADDED)
      .flatMap(({ lines, text }) => [
        ...indentedLines(`new at ${label(lines)}: no claim, check or contract rests on it`, screen),
        ...text.split('\n').flatMap((line) => markedLines(colours.quiet('+'), inertLine(line), screen, DEEP)),
      ]),
    ...(added.length > SHOWN_ADDED ? [`  … and ${added.length - SHOWN_ADDED} more`] : []),
  ];
}

function describeChange(
  { citers, passage, kind, level }: ChangedPassage,
  before: string | undefined,
  screen: Screen,
): readonly string[] {
  const place =
    passage.fate === 'gone'
      ? `gone from ${label(citers.lines)}`
      : `${label(citers.lines)}, now ${label(passage.lines)}`;
  const { colours } = screen;
  const list = (name: string, items: readonly string[]) => labelledLines(name, items.map(inertLine), screen);
  return [
    `  ${colours.level[level](level)} ${colours.strong(kind === 'gone' ? 'passage' : kind)}: ${place}`,
    ...(passage.fate === 'gone' ? [] : indentedLines(wordsLine(passage, citers.lines, before), screen, DEEP)),
    ...list(
      'claim',
      citers.claims.map(({ says, id }) => `${says} (${id})`),
    ),
    ...list(
      'spec',
      citers.nodes.map(({ at }) => at),
    ),
    ...list('check', [...citers.checks, ...citers.ownChecks.map(ownCheckWords)]),
    ...list('contract', citers.contracts),
    ...list('reading', citers.readings),
    ...list('defect', citers.defects),
  ];
}

function ownCheckWords({ id, from, source }: CitingCheck): string {
  return `${id} of ${from}, which rests on ${label(source.lines)}`;
}

type Changed = Exclude<ChangedPassage['passage'], { readonly fate: 'gone' }>;

/** The words with what is new in `{+ +}`; what they were is known only where the old text is at hand. */
function wordsLine(passage: Changed, lines: Lines, before: string | undefined): string {
  if (before !== undefined) return inertLine(wordDiff(before, lines, passage.words));
  const lost = passage.lost.length === 0 ? '' : ` (and ${plural(passage.lost.length, 'word')} less)`;
  return `${inertLine(aroundNew(passage.words).replaceAll(/\+\}( ?)\{\+/g, '$1'))}${lost}`;
}

/** So many words on either side are enough to find a place. */
const AROUND = 8;

function aroundNew(words: readonly TracedWord[]): string {
  const fresh = words.flatMap(({ isNew }, index) => (isNew ? [index] : []));
  const near = fresh.length === 0 ? [0] : fresh;
  const isShown = (index: number) => near.some((one) => Math.abs(one - index) <= AROUND);
  const shown = words.map(({ text, isNew, isApart }, index) => {
    if (!isShown(index)) return isShown(index - 1) ? ' …' : '';
    return `${isApart ? ' ' : ''}${isNew ? `{+${text}+}` : text}`;
  });
  return shown.join('');
}

function wordDiff(before: string, [from, to]: Lines, words: readonly TracedWord[]): string {
  const old = wordsOf(
    before
      .split(/\r?\n/)
      .slice(from - 1, to)
      .join('\n'),
  );
  return diffWords(textOf(old), textOf(words))
    .map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
}

function textOf(words: readonly Word[]): string {
  return words
    .map(({ text, isApart }) => `${isApart ? ' ' : ''}${text}`)
    .join('')
    .trim();
}

function label([from, to]: Lines): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`;
}
