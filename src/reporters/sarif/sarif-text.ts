/** Words of others in a message, where brackets would be a link. */
export function sarifText(text: string): string {
  return text.replaceAll(/[\\[\]]/g, String.raw`\$&`);
}
