import type { ObservedExchange } from '../model/observed.ts';
import type { EntryForm } from '../model/recorded.ts';
import { exchangeInEntry } from './har-entry-items.ts';
import { exchangeInLine } from './read-lines.ts';

/** The exchange that an entry holds, if nothing else is needed to understand it; its place is not told. */
export function readEntry(form: EntryForm, text: string): ObservedExchange | undefined {
  return form.kind === 'har' ? exchangeInEntry(text, form.keepsCredentials) : exchangeInLine(text);
}
