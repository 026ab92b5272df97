/** Lines no longer than `width`; a word that does not fit is cut rather than let the layout run over. */
export function wrapText(text: string, width: number): readonly string[] {
  const limit = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => cutWord(each, limit))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > limit) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function cutWord(word: string, limit: number): readonly string[] {
  const characters = [...word];
  const count = Math.max(1, Math.ceil(characters.length / limit));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * limit, (index + 1) * limit).join(''),
  );
}
