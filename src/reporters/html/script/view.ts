import { FACETS, type Facet } from '../facets.ts';

/** What a link to this page asks for: a place, and what the page is narrowed to. */
export interface View {
  readonly anchor: string;
  readonly search: string;
  readonly facets: Readonly<Partial<Record<Facet, string>>>;
}

/**
 * `#place?level=must&q=words`. All of it stands behind the hash: a signed address of a file store would not survive
 * a change of its query, and a file on a disk has none.
 */
export function readView(hash: string): View {
  const [anchor = '', query = ''] = splitOnce(hash.replace(/^#/u, ''), '?');
  const parameters = new URLSearchParams(query);
  const facets = FACETS.flatMap((facet) => {
    const value = parameters.get(facet);
    return value === null || value === '' ? [] : [[facet, value]];
  });
  return {
    anchor: decoded(anchor),
    search: parameters.get('q') ?? '',
    facets: Object.fromEntries(facets),
  };
}

export function writeView({ anchor, search, facets }: View): string {
  const parameters = new URLSearchParams();
  for (const facet of FACETS) {
    const value = facets[facet];
    if (value !== undefined && value !== '') parameters.set(facet, value);
  }
  if (search !== '') parameters.set('q', search);
  const query = parameters.toString();
  return `#${anchor}${query === '' ? '' : `?${query}`}`;
}

export function isNarrowed({ search, facets }: View): boolean {
  return search.trim() !== '' || Object.keys(facets).length > 0;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
