/** A command of the tool as a shell reads it. */
export function shellCommand(words: readonly string[]): string {
  return ['livechat-conformance', ...words.map(quoted)].join(' ');
}

/** In single quotes where a shell would see more in it than a word. */
function quoted(word: string): string {
  return /^[\w./:@=,+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
