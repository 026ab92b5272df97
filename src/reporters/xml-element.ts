import type { create } from 'xmlbuilder2';

export type XmlElement = ReturnType<typeof create>;
export type XmlAttributes = Readonly<Record<string, string | number>>;

export function addElement(
  parent: XmlElement,
  name: string,
  attributes: XmlAttributes,
  text?: string,
): XmlElement {
  const escaped = Object.entries(attributes).map(([key, value]) => [key, escapeReferences(`${value}`)]);
  const element = parent.ele(name, Object.fromEntries(escaped));
  return text === undefined ? element : element.txt(escapeReferences(text));
}

/**
 * The writer takes what looks like a character reference for one and leaves it alone: a vendor's `&#27;` would
 * make the file ill-formed.
 */
function escapeReferences(text: string): string {
  return text.replaceAll('&', '&amp;');
}
