import type { CleanedThing } from '../states/clean-up.ts';
import type { CleanUpReport } from '../states/finish-clean-up.ts';
import type { Ending } from '../states/ledger-line.ts';

/** What became of each thing of a run, for a person. */
export function describeCleanUp(folder: string, { tenant, things, isClean }: CleanUpReport): string {
  const head = `Clean-up of ${folder} in ${tenant}: ${things.length} thing${things.length === 1 ? '' : 's'}`;
  const verdict = isClean
    ? 'Nothing is left that could still be taken away.'
    : 'Something is left. Do what is said by hand, or mend the cause and run this again.';
  return [head, ...things.flatMap(describeThing), verdict].join('\n');
}

function describeThing({ vendor, thing, ending }: CleanedThing): readonly string[] {
  return [`  ${wordOf(ending)}: ${vendor}, ${thing}`, ...notesOn(ending).map((note) => `      ${note}`)];
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
