import type { FilePlace } from '../model/file-place.ts';
import { shownPath } from './shown-path.ts';

/** Where a pact file describes an interaction, or the file as a whole where the words stand in another form. */
export function describedAt(path: string, text: string, description: string): FilePlace {
  const file = shownPath(path);
  const offset = text.search(memberPattern(description));
  if (offset < 0) return { file, line: 1, column: 1 };
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function memberPattern(description: string): RegExp {
  const value = JSON.stringify(description).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return new RegExp(`"description"\\s*:\\s*${value}`);
}
