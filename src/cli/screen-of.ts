import { createScreen, type Screen } from '../reporters/terminal-screen.ts';
import { wantsColour } from './wants-colour.ts';

/** Where nobody reads at once, lines stay whole: they are searched and kept. */
export function screenOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): Screen {
  return createScreen({ colour: wantsColour(stream), columns: stream.columns ?? Number.POSITIVE_INFINITY });
}
