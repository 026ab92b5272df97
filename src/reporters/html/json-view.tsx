import type { VNode } from 'preact';
import { type JsonLine, jsonLines } from '../json-lines.ts';
import { shorten } from '../shorten.ts';
import { plural } from '../tally.ts';
import { findingAnchor } from './anchors.ts';
import type { PointerMark } from './exchange-marks.ts';

/** A page must stay readable and light whatever a vendor answers; report.json holds the whole. */
const FIRST_LINES = 300;
const AROUND_MARKS = 12;
const LINE_LIMIT = 2000;
const TEXT_LIMIT = 20_000;

interface Props {
  readonly text: string;
  readonly marks: readonly PointerMark[];
}

/** A body: JSON line by line with the findings on their lines, anything else as it came. */
export function JsonView({ text, marks }: Props): VNode {
  const lines = jsonLines(text);
  if (lines === undefined) return <PlainBody text={text} marks={marks} />;
  const marked = placeMarks(lines, marks);
  return (
    <pre class="code">
      {visibleRanges(lines, marked).map(({ from, to, skipped }) => [
        skipped > 0 ? <span class="line quiet">{`… ${plural(skipped, 'line')} not shown\n`}</span> : null,
        ...lines
          .slice(from, to)
          .map((line, index) => (
            <Line key={from + index} line={line} marks={marked.get(from + index) ?? []} />
          )),
      ])}
    </pre>
  );
}

function Line({ line, marks }: { readonly line: JsonLine; readonly marks: readonly PointerMark[] }): VNode {
  const key = line.key === '' ? null : <span class="key">{line.key}: </span>;
  const value = shorten(line.text, LINE_LIMIT);
  if (marks.length === 0) {
    return (
      <span class="line">
        {'  '.repeat(line.depth)}
        {key}
        {`${value}\n`}
      </span>
    );
  }
  return (
    <span class="line marked">
      {'  '.repeat(line.depth)}
      <mark>
        {key}
        {value}
      </mark>
      <Notes marks={marks} />
      {'\n'}
    </span>
  );
}

function Notes({ marks }: { readonly marks: readonly PointerMark[] }): VNode {
  return (
    <>
      {marks.map(({ group }) => (
        <Note key={findingAnchor(group)} group={group} />
      ))}
    </>
  );
}

function PlainBody({ text, marks }: Props): VNode {
  if (text === '') return <p class="quiet">no body {marks.length > 0 ? <Notes marks={marks} /> : null}</p>;
  return (
    <pre class="code">
      {marks.length > 0 ? <Notes marks={marks} /> : null}
      {shorten(text, TEXT_LIMIT)}
    </pre>
  );
}

/** Each mark on the line of its pointer; of something that is missing, on the line it is missing from. */
function placeMarks(
  lines: readonly JsonLine[],
  marks: readonly PointerMark[],
): ReadonlyMap<number, readonly PointerMark[]> {
  const lineOf = new Map(lines.map((line, index) => [line.pointer, index]));
  const placed = new Map<number, readonly PointerMark[]>();
  for (const mark of marks) {
    let pointer = mark.pointer;
    while (pointer !== '' && !lineOf.has(pointer))
      pointer = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
    const line = lineOf.get(pointer) ?? 0;
    placed.set(line, [...(placed.get(line) ?? []), mark]);
  }
  return placed;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** How many lines were left out before it. */
  readonly skipped: number;
}

function visibleRanges(
  lines: readonly JsonLine[],
  marked: ReadonlyMap<number, readonly PointerMark[]>,
): readonly Range[] {
  const ranges: Range[] = [];
  let end = 0;
  const wanted = [
    [0, FIRST_LINES],
    ...[...marked.keys()].sort((a, b) => a - b).map((line) => [line - AROUND_MARKS, line + AROUND_MARKS]),
  ];
  for (const [start = 0, stop = 0] of [...wanted, [lines.length, lines.length]]) {
    const from = Math.max(end, Math.min(start, lines.length));
    const to = Math.max(from, Math.min(stop, lines.length));
    ranges.push({ from, to, skipped: from - end });
    end = to;
  }
  return ranges;
}
