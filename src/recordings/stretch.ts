import { packTexts } from '../model/packed-texts.ts';
import type { RecordedItem, RecordedStretch } from '../model/recorded.ts';

/** Bytes: what is read or judged elsewhere meanwhile is worth the way there. */
const LONG_ENOUGH = 1024 * 1024;

export function isLongEnough(length: number): boolean {
  return length >= LONG_ENOUGH;
}

/** Of what is known without any text of its own; `read` is called once all that comes before was read. */
export function stretchOf(read: () => readonly RecordedItem[]): RecordedStretch {
  return { form: undefined, texts: packTexts([new Uint8Array()]), read };
}
