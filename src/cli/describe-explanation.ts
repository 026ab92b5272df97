import type { Explanation, Statement } from '../explain/explanation.ts';
import { inertLogLine } from '../reporters/inert-log-line.ts';
import { inertLine } from '../reporters/inert-text.ts';
import { shorten } from '../reporters/shorten.ts';
import { sourceLabel } from '../reporters/source-label.ts';
import { besideLabel, indentedLines, LABEL_ROOM, type Screen } from '../reporters/terminal-screen.ts';
import { wrapText } from '../reporters/wrap-text.ts';

/** The run that what was seen is from. */
export interface ToldRun {
  readonly id: string;
  readonly startedAt: string;
  readonly target: string;
}

const LONGEST = 600;
const QUOTED_LINES = 12;

/** For a person: one block a name, what is documented and what was seen apart. */
export function describeExplanations(
  explanations: readonly Explanation[],
  run: ToldRun | null,
  screen: Screen,
): readonly string[] {
  return explanations
    .flatMap((one, index) => [...(index === 0 ? [] : ['']), ...describeOne(one, run, screen)])
    .map(inertLogLine);
}

function describeOne(one: Explanation, run: ToldRun | null, screen: Screen): readonly string[] {
  const { colours } = screen;
  const { documented, next } = one;
  const told = (label: string, lines: readonly string[]) =>
    besideLabel(label, wrapped(lines, screen), screen);
  const heading = `${colours.quiet(one.kind)} ${colours.strong(inertLine(one.name))}`;
  const from =
    run === null || one.seen.length === 0
      ? []
      : [`in the run ${run.id} of ${run.startedAt} on ${run.target}:`];
  return [
    heading,
    ...indentedLines(inertLine(one.title), screen),
    ...told('meaning', one.about),
    ...besideLabel(
      'documented',
      documented.flatMap((each) => statementLines(each, screen)),
      screen,
    ),
    ...told('relied on', one.reliedOn),
    ...told('seen', [...from, ...one.seen]),
    ...told('besides', next.slice(1)),
    ...told('next', next.slice(0, 1)),
  ];
}

function statementLines({ says, source, level, quote }: Statement, screen: Screen): readonly string[] {
  const { colours } = screen;
  const [first = '', ...more] = wrapped([`${level}: ${says}`], screen);
  return [
    `${colours.level[level](level)}${first.slice(level.length)}`,
    ...more,
    ...wrapped([sourceLabel(source)], screen).map((line) => `  ${colours.quiet(line)}`),
    ...quotedLines(quote, source.lines[0], screen).map((line) => `  ${line}`),
  ];
}

/** As they stand in the document, so that they can be found there. */
function quotedLines(quote: string | null, from: number, { columns }: Screen): readonly string[] {
  if (quote === null) return [];
  const lines = quote.split('\n');
  const others = lines.length - QUOTED_LINES;
  const shown = lines
    .slice(0, QUOTED_LINES)
    .flatMap((line, index) =>
      wrapText(`${from + index} | ${inertLine(shorten(line, LONGEST))}`, columns - LABEL_ROOM - 2),
    );
  return others > 0 ? [...shown, `… ${others} more lines`] : shown;
}

/** Lines that do not fit go on two columns further in, so that each can be told from the next. */
function wrapped(lines: readonly string[], { columns }: Screen): readonly string[] {
  return lines.flatMap((line) =>
    wrapText(inertLine(shorten(line, LONGEST)), columns - LABEL_ROOM - 2).map((part, index) =>
      index === 0 ? part : `  ${part}`,
    ),
  );
}
