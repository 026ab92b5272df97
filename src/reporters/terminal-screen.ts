import widthOf from 'fast-string-width';
import { createTerminalColours, type TerminalColours } from './terminal-colours.ts';
import { wrapCommand, wrapText } from './wrap-text.ts';

/** What a person reads on: how wide it is, and whether it has colours. */
export interface Screen {
  readonly colours: TerminalColours;
  readonly columns: number;
}

/** Narrower than this nothing can be laid out; wider, lines are hard to follow. */
const NARROWEST = 48;
const WIDEST = 140;
const INDENT = '  ';
const LABEL_WIDTH = 14;
/** What a line beside a label has less than a whole one. */
export const LABEL_ROOM = LABEL_WIDTH + INDENT.length;

/** Without end is as wide as what is not read at once: there lines stay whole. */
export function createScreen({
  colour,
  columns,
}: {
  readonly colour: boolean;
  readonly columns: number;
}): Screen {
  const fitting = Math.min(Math.max(columns, NARROWEST), WIDEST);
  return { colours: createTerminalColours(colour), columns: Number.isFinite(columns) ? fitting : columns };
}

/** Text below a heading. */
export function indentedLines(text: string, screen: Screen, indent: string = INDENT): readonly string[] {
  return wrapText(text, screen.columns - indent.length).map((line) => indent + line);
}

/** An entry of a list: what does not fit goes on behind its mark. */
export function markedLines(
  mark: string,
  text: string,
  screen: Screen,
  indent: string = INDENT,
): readonly string[] {
  const width = widthOf(mark);
  return wrapText(text, screen.columns - indent.length - width - 1).map(
    (line, index) => `${indent}${index === 0 ? mark : ' '.repeat(width)} ${line}`,
  );
}

/** Lines with their name in a column of its own. */
export function labelledLines(label: string, lines: readonly string[], screen: Screen): readonly string[] {
  return besideLabel(
    label,
    lines.flatMap((line) => wrapText(line, screen.columns - LABEL_ROOM)),
    screen,
  );
}

/** The one thing to do next, and the command that does it where there is one. */
export interface NextStep {
  readonly says: string;
  readonly command: string | null;
}

export function nextLines({ says, command }: NextStep, screen: Screen): readonly string[] {
  const { colours, columns } = screen;
  const width = columns - LABEL_ROOM;
  const lines = wrapText(says, width);
  if (command === null) return besideLabel('next', lines, screen);
  if (widthOf(command) <= width) return besideLabel('next', [...lines, colours.strong(command)], screen);
  const indent = INDENT.repeat(2);
  const wrapped = wrapCommand(command, columns - indent.length);
  return [...besideLabel('next', lines, screen), ...wrapped.map((line) => indent + colours.strong(line))];
}

/** Lines that fit already; a label too long for its column has a line of its own. */
export function besideLabel(
  label: string,
  lines: readonly string[],
  { colours, columns }: Screen,
): readonly string[] {
  const isLong = widthOf(label) >= LABEL_WIDTH;
  const start = isLong ? '' : label;
  const blanks = ' '.repeat(LABEL_WIDTH - widthOf(start));
  const heads = isLong ? wrapText(label, columns - INDENT.length) : [];
  return [
    ...heads.map((line) => INDENT + colours.quiet(line)),
    ...lines.map(
      (line, index) => INDENT + colours.quiet(index === 0 ? start + blanks : ' '.repeat(LABEL_WIDTH)) + line,
    ),
  ];
}
