import { Buffer } from 'node:buffer';

/** Texts in UTF-8 in memory that threads can share. */
export interface PackedTexts {
  readonly memory: SharedArrayBuffer;
  /** Where each of them begins and ends, in bytes. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Bytes of one source that are copied at once. */
interface Run {
  readonly source: ArrayBufferLike;
  readonly from: number;
  to: number;
  /** Where the first of them comes to stand. */
  readonly at: number;
}

/** What stands between texts of a file is copied with them: to copy each of many short ones takes longer. */
const WIDEST_GAP = 16;

export function packTexts(texts: readonly Uint8Array[]): PackedTexts {
  const runs: Run[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let run: Run | undefined;
  for (const { buffer, byteOffset, byteLength } of texts) {
    if (run === undefined || !isNext(run, buffer, byteOffset)) {
      const at: number = run === undefined ? 0 : run.at + run.to - run.from;
      run = { source: buffer, from: byteOffset, to: byteOffset, at };
      runs.push(run);
    }
    run.to = byteOffset + byteLength;
    const start = run.at + byteOffset - run.from;
    starts.push(start);
    ends.push(start + byteLength);
  }
  return { memory: joined(runs, ends.at(-1) ?? 0), starts, ends };
}

function isNext({ source, to }: Run, buffer: ArrayBufferLike, byteOffset: number): boolean {
  return buffer === source && byteOffset >= to && byteOffset - to <= WIDEST_GAP;
}

function joined(runs: readonly Run[], length: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(length);
  const bytes = new Uint8Array(memory);
  for (const { source, from, to, at } of runs) bytes.set(new Uint8Array(source, from, to - from), at);
  return memory;
}

/** One of them, from 0; empty where there is none. */
export function textAt({ memory, starts, ends }: PackedTexts, at: number): string {
  const start = starts[at] ?? 0;
  return Buffer.from(memory, start, (ends[at] ?? start) - start).toString('utf8');
}
