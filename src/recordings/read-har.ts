import { isJsonObject } from '../model/json.ts';
import { packTexts, textAt } from '../model/packed-texts.ts';
import type { RecordedStretch } from '../model/recorded.ts';
import { itemOfUnsent, itemsOfEntry } from './har-entry-items.ts';
import { type Breach, JsonSlicer, type Slice } from './json-slicer.ts';
import { parseJson } from './parse-json.ts';
import { isLongEnough, stretchOf } from './stretch.ts';
import { unread } from './unread.ts';

export const MOST_ENTRY_BYTES = 256 * 1024 * 1024;

/** Recorders that write down every header, whatever it holds; others may leave out what lets somebody in. */
const KEEP_CREDENTIALS = /mitmproxy|charles|livechat-conformance/i;

/** The entries of a HAR file (version 1.2), as they come. */
export async function* readHar(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<RecordedStretch> {
  const slicer = new JsonSlicer(MOST_ENTRY_BYTES);
  const reading: Reading = { file, keepsCredentials: false, entries: 0, slices: [], length: 0 };
  try {
    for await (const chunk of chunks)
      for (const slice of slicer.add(chunk)) {
        if (slice.kind === 'breach') {
          yield* taken(reading);
          yield stretchOf(() => [unreadBreach(slice, file)]);
        } else yield* added(reading, slice);
      }
  } catch (error) {
    // What came before is as good as ever.
    yield* taken(reading);
    throw error;
  }
  yield* taken(reading);
  const breach = slicer.end();
  if (breach !== undefined) yield stretchOf(() => [unreadBreach(breach, file)]);
  else if (reading.entries === 0) yield stretchOf(() => [unread(file, 'it holds no entry')]);
}

interface Reading {
  readonly file: string;
  /** Does the recorder? */
  keepsCredentials: boolean;
  entries: number;
  /** What was not passed on yet. */
  slices: Slice[];
  length: number;
}

/** What it completes: a stretch is of one recorder, and what was not sent is no entry, whatever it looks like. */
function* added(reading: Reading, slice: Slice): Generator<RecordedStretch> {
  const { key, bytes } = slice;
  if (reading.slices[0]?.key !== key) yield* taken(reading);
  if (key === 'creator') reading.keepsCredentials = KEEP_CREDENTIALS.test(nameIn(bytes));
  if (key !== 'entries' && key !== '_unsent') return;
  if (key === 'entries') reading.entries += 1;
  reading.slices.push(slice);
  reading.length += bytes.length;
  if (isLongEnough(reading.length)) yield* taken(reading);
}

function* taken(reading: Reading): Generator<RecordedStretch> {
  const { file, keepsCredentials, slices } = reading;
  const [first] = slices;
  if (first === undefined) return;
  [reading.slices, reading.length] = [[], 0];
  const texts = packTexts(slices.map(({ bytes }) => bytes));
  const places = slices.map(({ key, number, line, byte }): Place => ({ key, number, line, byte }));
  yield {
    form: first.key === 'entries' ? { kind: 'har', keepsCredentials } : undefined,
    texts,
    read: (entry) => {
      const at = nameOf(places[entry], file);
      const text = textAt(texts, entry);
      return places[entry]?.key === '_unsent'
        ? [itemOfUnsent(text, at)]
        : itemsOfEntry(text, at, keepsCredentials);
    },
  };
}

/** Without its bytes, which would hold on to all that was read with them. */
type Place = Omit<Slice, 'kind' | 'bytes'>;

function nameOf(place: Place | undefined, file: string): string {
  if (place === undefined) return file;
  const { key, number, line, byte } = place;
  return `${file}, ${key === 'entries' ? 'entry' : 'slot'} ${number} (line ${line}, byte ${byte})`;
}

function unreadBreach({ line, byte, reason }: Breach, file: string): ReturnType<typeof unread> {
  return unread(`${file}, line ${line}, byte ${byte}`, `${reason}; what follows could not be read`);
}

function nameIn(creator: Buffer): string {
  const value = parseJson(creator.toString('utf8'));
  const name = isJsonObject(value) ? value['name'] : undefined;
  return typeof name === 'string' ? name : '';
}
