import type { Ending, LedgerLine } from './ledger-line.ts';

/**
 * The line with what came from a vendor or the way to it told as `text` has it. What undoes a thing, and by what it is
 * found, stays as it is: clean-up could do nothing with anything else.
 */
export function tellDiscreetly(line: LedgerLine, text: (text: string) => string): LedgerLine {
  switch (line.kind) {
    case 'not-made':
      return { ...line, why: text(line.why) };
    case 'tried':
      return { ...line, came: text(line.came) };
    case 'ended':
      return { ...line, ending: tellEnding(line.ending, text) };
    case 'opened':
    case 'intended':
    case 'made':
      return line;
    default:
      return line satisfies never;
  }
}

function tellEnding(ending: Ending, text: (text: string) => string): Ending {
  switch (ending.kind) {
    case 'removed':
      return { ...ending, note: ending.note === null ? null : text(ending.note) };
    case 'absent':
      return { ...ending, why: text(ending.why) };
    case 'left':
    case 'unknown':
      return { ...ending, why: text(ending.why), byHand: text(ending.byHand) };
    default:
      return ending satisfies never;
  }
}
