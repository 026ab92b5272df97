/** A long value without its middle, and with its length, so that nobody takes the rest for the whole. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  if (characters.length <= limit) return text;
  const note = ` … (${characters.length} characters) … `;
  const kept = Math.max(2, limit - note.length);
  const head = Math.ceil(kept / 2);
  return characters.slice(0, head).join('') + note + characters.slice(head - kept).join('');
}
