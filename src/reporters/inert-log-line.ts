const WORD_JOINER = '\u2060';

/**
 * A line of a log that no CI engine takes for a command: GitHub obeys `::name::` at the start of a line, indented
 * or not, and `##[name]` anywhere; TeamCity and Azure know their own `##name[`.
 */
export function inertLogLine(line: string): string {
  return line.replace(START_COMMAND, `$1:${WORD_JOINER}:`).replace(/##(?=\w*\[)/gu, `#${WORD_JOINER}#`);
}

// Our own colours may stand before it.
const START_COMMAND = new RegExp(String.raw`^((?:\s|${String.fromCodePoint(0x1b)}\[\d+m)*)::`, 'u');
