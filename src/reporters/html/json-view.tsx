import type { VNode } from 'preact';
import { type JsonLine, jsonLines } from '../json-lines.ts';
import { shorten } from '../shorten.ts';
import { plural } from '../tally.ts';
import { placeMarks, visibleRanges } from './body-lines.ts';
import type { PointerMark } from './exchange-marks.ts';
import { Notes } from './notes.tsx';

const LINE_LIMIT = 2000;
const TEXT_LIMIT = 20_000;

interface Props {
  readonly text: string;
  readonly marks: readonly PointerMark[];
  /** Only the lines around the marks, without remarks: what is expected stands beside it. */
  readonly isExcerpt?: boolean;
}

const EXCERPT = { firstLines: 0, around: 3 } as const;

/** A body: JSON line by line with the findings on their lines, anything else as it came. */
export function JsonView({ text, marks, isExcerpt = false }: Props): VNode {
  const lines = jsonLines(text);
  if (lines === undefined) return <PlainBody text={text} marks={isExcerpt ? [] : marks} />;
  const marked = placeMarks(lines, marks);
  return (
    <pre class="code">
      {visibleRanges(lines.length, marked, isExcerpt ? EXCERPT : undefined).map(({ from, to, skipped }) => [
        skipped > 0 ? <span class="line quiet">{`… ${plural(skipped, 'line')} not shown\n`}</span> : null,
        ...lines
          .slice(from, to)
          .map((line, index) => (
            <Line
              key={from + index}
              line={line}
              marks={marked.get(from + index) ?? []}
              isExcerpt={isExcerpt}
            />
          )),
      ])}
    </pre>
  );
}

interface LineProps extends Pick<Props, 'marks'> {
  readonly line: JsonLine;
  readonly isExcerpt: boolean;
}

function Line({ line, marks, isExcerpt }: LineProps): VNode {
  const content = (
    <>
      {line.key === '' ? null : <span class="key">{line.key}: </span>}
      {shorten(line.text, LINE_LIMIT)}
    </>
  );
  return (
    <span class="line">
      {'  '.repeat(line.depth)}
      {marks.length === 0 ? content : <mark>{content}</mark>}
      {isExcerpt ? null : <Notes marks={marks} />}
      {'\n'}
    </span>
  );
}

function PlainBody({ text, marks }: Props): VNode {
  if (text === '') {
    return (
      <p class="quiet">
        no body
        <Notes marks={marks} />
      </p>
    );
  }
  return (
    <pre class="code">
      {shorten(text, TEXT_LIMIT)}
      <Notes marks={marks} />
    </pre>
  );
}
