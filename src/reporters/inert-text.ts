/**
 * Control, bidirectional, invisible and unencodable characters; a new line and a tab are left alone, and so are
 * the two joiners that Persian, Indic scripts and emoji are written with.
 */
const ACTIVE = /[^\P{Cc}\n\t]|[^\P{Cf}\u200c\u200d]|[\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text that can do nothing to its reader. What is taken out is shown as a sign, not dropped: a stray control
 * character may be the very deviation somebody is looking for.
 */
export function inertText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(ACTIVE, signOf);
}

/** The same on one line, for tables, attributes and headings. */
export function inertLine(text: string): string {
  return inertText(text).replace(/\s+/gu, ' ').trim();
}

function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
