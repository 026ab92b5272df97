import type { RecordedItem, RecordedStretch } from '../model/recorded.ts';
import { readHar } from './read-har.ts';
import { readLines } from './read-lines.ts';
import { stretchOf } from './stretch.ts';
import { unread } from './unread.ts';
import { unzipped } from './unzipped.ts';

/** Enough to tell one format from another. */
const HEAD_BYTES = 64 * 1024;

/** What a recording holds, whatever it is called: its content tells its format. `file` is its name for people. */
export async function* readRecording(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<RecordedItem> {
  for await (const stretch of readStretches(bytes, file))
    for (const entry of stretch.texts.ends.keys()) yield* await stretch.read(entry);
}

/** The same still as text, which is for whoever comes first to read. */
export async function* readStretches(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<RecordedStretch> {
  try {
    yield* await unpacked(bytes, file);
  } catch (error) {
    // A disk that fails, or what was compressed and breaks off: what came before is as good as ever.
    const reason = `it cannot be read any further: ${error instanceof Error ? error.message : String(error)}`;
    yield stretchOf(() => [unread(file, reason)]);
  }
}

async function unpacked(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): Promise<AsyncIterable<RecordedStretch>> {
  const { head, whole } = await beginning(bytes);
  if (head.subarray(0, 2).equals(GZIP)) return unpacked(unzipped(whole), file);
  if (UTF16.some((mark) => head.subarray(0, 2).equals(mark)))
    return unreadable(file, 'it is UTF-16; recordings are UTF-8');
  const isMarked = head.subarray(0, 3).equals(UTF8);
  const text = isMarked ? withoutMark(whole) : whole;
  const start = head.toString('utf8', isMarked ? 3 : 0, HEAD_BYTES);
  if (isHar(start)) return readHar(text, file);
  if (/^\s*\{/.test(start)) return readLines(text, file);
  return unreadable(file, whatItIs(start));
}

async function* unreadable(at: string, reason: string): AsyncGenerator<RecordedStretch> {
  yield stretchOf(() => [unread(at, reason)]);
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const UTF8 = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16 = [Buffer.from([0xfe, 0xff]), Buffer.from([0xff, 0xfe])];

/** The outer object has one member, and a line of another format is a whole object. */
function isHar(start: string): boolean {
  return /^\s*\{\s*"log"\s*:\s*\{/.test(start);
}

function whatItIs(start: string): string {
  return start.trim() === '' ? 'it is empty' : 'it is neither HAR nor lines of JSON';
}

/** The first bytes, and all of them; what fails after some bytes is as good as ever up to there. */
async function beginning(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Buffer; readonly whole: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let held = 0;
  let rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => iterator };
  try {
    while (held < HEAD_BYTES) {
      const { done, value } = await iterator.next();
      if (done === true) break;
      first.push(Buffer.from(value));
      held += value.length;
    }
  } catch (error) {
    if (held === 0) throw error;
    rest = failing(error);
  }
  return { head: Buffer.concat(first), whole: joined(first, rest) };
}

function failing(error: unknown): AsyncIterable<never> {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) };
}

async function* joined(first: readonly Buffer[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  yield* first;
  for await (const chunk of rest) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** The mark of UTF-8 says nothing that is not known. */
async function* withoutMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = UTF8.length;
  for await (const chunk of bytes) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    yield chunk.subarray(skipped);
  }
}
