/** A place of a request for people: `/caseId in the body`, `the query parameter contactId`. */
export function placeName(at: string): string {
  return at.startsWith('query.')
    ? `the query parameter ${at.slice('query.'.length)}`
    : `${at.slice('body#'.length)} in the body`;
}

/** The same for an id: `caseid`, `contactid`. */
export function placeSlug(at: string): string {
  return slug(at.startsWith('query.') ? at.slice('query.'.length) : at.slice('body#'.length));
}

export function slug(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}
