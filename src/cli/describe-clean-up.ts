import type { Verdict } from '../model/verdict.ts';
import { verdictLabels } from '../reporters/labels.ts';
import { shellCommand } from '../reporters/shell-command.ts';
import { plural } from '../reporters/tally.ts';
import {
  indentedLines,
  markedLines,
  type NextStep,
  nextLines,
  type Screen,
} from '../reporters/terminal-screen.ts';
import type { CleanedThing } from '../states/clean-up.ts';
import type { CleanUpReport } from '../states/finish-clean-up.ts';
import type { Ending } from '../states/ledger-line.ts';

/** What became of each thing of a run, for a person. */
export function describeCleanUp(
  folder: string,
  { tenant, things, isClean }: CleanUpReport,
  tenantFile: string,
  screen: Screen,
): string {
  const { colours } = screen;
  const verdict = isClean ? 'conformant' : 'nonconformant';
  const sentence = isClean ? 'Nothing is left that could still be taken away.' : 'Something is left.';
  const next: NextStep = isClean
    ? { says: 'Nothing.', command: null }
    : {
        says: 'Do what is said by hand, or mend the cause and run this again:',
        command: shellCommand(['cleanup', folder, '--tenant', tenantFile]),
      };
  return [
    colours.strong(`Clean-up of ${folder} in ${tenant}: ${plural(things.length, 'thing')}`),
    ...things.flatMap((thing) => describeThing(thing, screen)),
    '',
    colours.verdict[verdict](`${verdictLabels[verdict].glyph} ${sentence}`),
    ...nextLines(next, screen),
  ].join('\n');
}

function describeThing({ vendor, thing, ending }: CleanedThing, screen: Screen): readonly string[] {
  const verdict = standingOf(ending);
  const mark = screen.colours.verdict[verdict](verdictLabels[verdict].glyph);
  return [
    ...markedLines(mark, `${wordOf(ending).padEnd(LONGEST_WORD)}  ${vendor}, ${thing}`, screen),
    ...notesOn(ending).flatMap((note) => indentedLines(note, screen, ' '.repeat(6))),
  ];
}

const LONGEST_WORD = 'removed (not provable)'.length;

/** The sign by which endings are told apart at a glance. */
function standingOf(ending: Ending): Verdict {
  switch (ending.kind) {
    case 'removed':
    case 'absent':
      return 'conformant';
    case 'left':
      return ending.final ? 'deviating' : 'nonconformant';
    case 'unknown':
      return 'unproven';
    default:
      return ending satisfies never;
  }
}

function wordOf(ending: Ending): string {
  switch (ending.kind) {
    case 'removed':
      return ending.proven ? 'removed (proven)' : 'removed (not provable)';
    case 'absent':
      return 'never there';
    case 'left':
      return ending.final ? 'stays' : 'left';
    case 'unknown':
      return 'unknown';
    default:
      return ending satisfies never;
  }
}

function notesOn(ending: Ending): readonly string[] {
  switch (ending.kind) {
    case 'removed':
      return [ending.note, ending.remains].filter((note) => note !== null);
    case 'absent':
      return [ending.why];
    case 'left':
      return ending.final ? [ending.why] : [ending.why, `by hand: ${ending.byHand}`];
    case 'unknown':
      return [ending.why, `by hand: ${ending.byHand}`];
    default:
      return ending satisfies never;
  }
}
