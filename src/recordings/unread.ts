import type { RecordedItem } from '../model/recorded.ts';

/** A part of a recording that could not be read. */
export function unread(at: string, reason: string): RecordedItem {
  return { kind: 'unread', entry: { at, reason } };
}
