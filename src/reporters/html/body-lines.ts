import type { JsonLine } from '../json-lines.ts';
import type { PointerMark } from './exchange-marks.ts';

/** A page must stay readable and light whatever a vendor answers; the JSON report holds the whole. */
export const WHOLE_BODY = { firstLines: 300, around: 12 } as const;

export type MarkedLines = ReadonlyMap<number, readonly PointerMark[]>;

/** Each mark on the line of its pointer; of something that is missing, on the line it is missing from. */
export function placeMarks(lines: readonly JsonLine[], marks: readonly PointerMark[]): MarkedLines {
  const lineOf = new Map(lines.map((line, index) => [line.pointer, index]));
  const placed = new Map<number, readonly PointerMark[]>();
  for (const mark of marks) {
    const line = nearestLine(lineOf, mark.pointer);
    placed.set(line, [...(placed.get(line) ?? []), mark]);
  }
  return placed;
}

function nearestLine(lineOf: ReadonlyMap<string | undefined, number>, pointer: string): number {
  const line = lineOf.get(pointer);
  if (line !== undefined) return line;
  const parent = pointer.lastIndexOf('/');
  return parent < 0 ? 0 : nearestLine(lineOf, pointer.slice(0, parent));
}

export interface LineRange {
  readonly from: number;
  readonly to: number;
  /** How many lines were left out before it. */
  readonly skipped: number;
}

/** The beginning and the surroundings of every mark; the last range only tells what was left out at the end. */
export function visibleRanges(
  count: number,
  marked: MarkedLines,
  { firstLines, around }: { readonly firstLines: number; readonly around: number } = WHOLE_BODY,
): readonly LineRange[] {
  const wanted = [
    { start: 0, stop: firstLines },
    ...[...marked.keys()]
      .sort((one, other) => one - other)
      .map((line) => ({ start: line - around, stop: line + around })),
    { start: count, stop: count },
  ];
  const ranges: LineRange[] = [];
  let end = 0;
  for (const { start, stop } of wanted) {
    const from = Math.max(end, Math.min(start, count));
    const to = Math.max(from, Math.min(stop, count));
    ranges.push({ from, to, skipped: from - end });
    end = to;
  }
  return ranges;
}
