import widthOf from 'fast-string-width';

export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
  readonly right?: boolean;
}

export type Row = readonly Cell[];

const GAP = '  ';

/** Rows with their columns under each other; colour is put on after the padding, which it would upset. */
export function alignTable(rows: readonly Row[]): readonly string[] {
  const widths = columnWidths(rows);
  return rows.map((row) =>
    row
      .map((cell, column) => alignCell(cell, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

export function tableWidth(rows: readonly Row[]): number {
  const widths = columnWidths(rows);
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function columnWidths(rows: readonly Row[]): readonly number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column]?.text ?? ''))),
  );
}

function alignCell({ text, paint, right }: Cell, width: number): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  const padded = right === true ? blanks + text : text + blanks;
  return paint === undefined ? padded : paint(padded);
}
