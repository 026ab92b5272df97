import type { Explanation, Statement } from '../explain/explanation.ts';
import { inertLogLine } from '../reporters/inert-log-line.ts';
import { inertLine } from '../reporters/inert-text.ts';
import { shorten } from '../reporters/shorten.ts';
import { sourceLabel } from '../reporters/source-label.ts';
import { createTerminalColours, type TerminalColours } from '../reporters/terminal-colours.ts';
import { wrapText } from '../reporters/wrap-text.ts';

export interface ExplanationScreen {
  readonly colour: boolean;
  readonly columns: number;
}

/** The run that what was seen is from. */
export interface ToldRun {
  readonly id: string;
  readonly startedAt: string;
  readonly target: string;
}

const LABEL_WIDTH = 12;
const NARROWEST = 48;
const WIDEST = 120;
const LONGEST = 600;
const QUOTED_LINES = 12;

/** For a person: one block a name, what is documented and what was seen apart. */
export function describeExplanations(
  explanations: readonly Explanation[],
  run: ToldRun | null,
  { colour, columns }: ExplanationScreen,
): readonly string[] {
  const colours = createTerminalColours(colour);
  const width = Math.min(Math.max(columns, NARROWEST), WIDEST);
  return explanations
    .flatMap((one, index) => [...(index === 0 ? [] : ['']), ...describeOne(one, run, { colours, width })])
    .map(inertLogLine);
}

interface Page {
  readonly colours: TerminalColours;
  readonly width: number;
}

function describeOne(one: Explanation, run: ToldRun | null, page: Page): readonly string[] {
  const { colours, width } = page;
  const heading = `${colours.quiet(one.kind)} ${colours.strong(inertLine(one.name))}`;
  const from = run === null ? [] : [`in the run ${run.id} of ${run.startedAt} on ${run.target}:`];
  return [
    heading,
    ...wrapText(inertLine(one.title), width - 2).map((line) => `  ${line}`),
    ...block('meaning', wrapped(one.about, page), page),
    ...block(
      'documented',
      one.documented.flatMap((each) => statementLines(each, page)),
      page,
    ),
    ...block('relied on', wrapped(one.reliedOn, page), page),
    ...block('seen', wrapped([...from, ...one.seen], page), page),
    ...block('next', wrapped(one.next, page), page),
  ];
}

function block(label: string, lines: readonly string[], { colours }: Page): readonly string[] {
  return lines.map(
    (line, index) => `  ${colours.quiet((index === 0 ? label : '').padEnd(LABEL_WIDTH))}${line}`,
  );
}

function statementLines({ says, source, level, quote }: Statement, page: Page): readonly string[] {
  const { colours } = page;
  const [first = '', ...more] = wrapped([`${level}: ${says}`], page);
  return [
    `${colours.level[level](level)}${first.slice(level.length)}`,
    ...more,
    ...wrapped([sourceLabel(source)], page).map((line) => `  ${colours.quiet(line)}`),
    ...quotedLines(quote, source.lines[0]).map((line) => `  ${line}`),
  ];
}

/** As they stand in the document, so that they can be found there. */
function quotedLines(quote: string | null, from: number): readonly string[] {
  if (quote === null) return [];
  const lines = quote.split('\n');
  const others = lines.length - QUOTED_LINES;
  const shown = lines
    .slice(0, QUOTED_LINES)
    .map((line, index) => `${from + index} | ${inertLine(shorten(line, LONGEST))}`);
  return others > 0 ? [...shown, `… ${others} more lines`] : shown;
}

/** Lines that do not fit go on two columns further in, so that each can be told from the next. */
function wrapped(lines: readonly string[], { width }: Page): readonly string[] {
  return lines.flatMap((line) =>
    wrapText(inertLine(shorten(line, LONGEST)), width - LABEL_WIDTH - 4).map((part, index) =>
      index === 0 ? part : `  ${part}`,
    ),
  );
}
