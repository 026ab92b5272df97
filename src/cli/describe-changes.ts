import type { Report } from '../model/report.ts';
import { verdictLabels } from '../reporters/labels.ts';
import { shellCommand } from '../reporters/shell-command.ts';
import { plural } from '../reporters/tally.ts';
import { changesBlock } from '../reporters/terminal-blocks.ts';
import { type NextStep, nextLines, type Screen } from '../reporters/terminal-screen.ts';

/** What is otherwise in a report than in an earlier one, whether that shuts the gate, and what to do. */
export function describeChanges(report: Report, run: string, screen: Screen): readonly string[] {
  const { gateShutBy } = report;
  const verdict = gateShutBy.length > 0 ? 'nonconformant' : 'conformant';
  const sentence =
    gateShutBy.length > 0
      ? `The gate would be shut by ${plural(gateShutBy.length, 'finding')}, new or other than before`
      : 'Nothing that keeps the gate shut is new';
  return [
    ...changesBlock(report, screen, Number.POSITIVE_INFINITY),
    '',
    screen.colours.verdict[verdict](`${verdictLabels[verdict].glyph} ${sentence}.`),
    ...nextLines(nextOf(report, run), screen),
  ];
}

function nextOf({ gateShutBy }: Report, run: string): NextStep {
  const [first] = gateShutBy;
  if (first === undefined) return { says: 'Nothing.', command: null };
  return {
    says: `Look at what is new in ${first.operation}:`,
    command: shellCommand(['explain', first.fingerprint, '--run', run]),
  };
}
