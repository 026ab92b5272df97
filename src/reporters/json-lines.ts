/** One line of a pretty-printed JSON text. */
export interface JsonLine {
  /** JSON Pointer of the value that starts here; undefined on a closing bracket. */
  readonly pointer: string | undefined;
  readonly depth: number;
  /** The member's key as written, with its quotes; empty in lists. */
  readonly key: string;
  readonly text: string;
}

interface Frame {
  readonly pointer: string;
  readonly close: string;
  index: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/gu;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * The text laid out line by line, undefined when it is no JSON. Values stay as they were written: parsing and
 * printing would turn 2.0 into 2, round long ids and drop doubled keys, and this is evidence.
 */
export function jsonLines(text: string): readonly JsonLine[] | undefined {
  if (!isJson(text)) return undefined;
  const tokens = text.match(TOKEN) ?? [];
  const lines: JsonLine[] = [];
  const frames: Frame[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const frame = frames.at(-1);
    if (frame !== undefined && tokens[at] === frame.close) {
      frames.pop();
      lines.push({
        pointer: undefined,
        depth: frames.length,
        key: '',
        text: frame.close + commaAt(tokens, at + 1),
      });
    } else if (tokens[at] !== ',') {
      at += addValue(tokens, at, frames, lines);
    }
  }
  return lines;
}

/** Adds the line of the value at `at`; returns how many tokens beyond the first it took. */
function addValue(tokens: readonly string[], at: number, frames: Frame[], lines: JsonLine[]): number {
  const depth = frames.length;
  const frame = frames.at(-1);
  const key = frame?.close === '}' ? (tokens[at] ?? '') : '';
  const start = key === '' ? at : at + 2;
  const value = tokens[start] ?? '';
  const pointer = frame === undefined ? '' : `${frame.pointer}/${segmentOf(frame, key)}`;
  const close = CLOSING[value];
  if (close === undefined) {
    lines.push({ pointer, depth, key, text: value + commaAt(tokens, start + 1) });
    return start - at;
  }
  if (tokens[start + 1] === close) {
    lines.push({ pointer, depth, key, text: value + close + commaAt(tokens, start + 2) });
    return start + 1 - at;
  }
  frames.push({ pointer, close, index: 0 });
  lines.push({ pointer, depth, key, text: value });
  return start - at;
}

function segmentOf(frame: Frame, key: string): string {
  if (key === '') {
    frame.index += 1;
    return `${frame.index - 1}`;
  }
  const name: unknown = JSON.parse(key);
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

function commaAt(tokens: readonly string[], at: number): string {
  return tokens[at] === ',' ? ',' : '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
