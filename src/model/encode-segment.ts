/** A value as one segment of a path (RFC 3986): encoded, and never a step up or nowhere. */
export function encodeSegment(value: string): string {
  return encodeURIComponent(value).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2E'));
}
