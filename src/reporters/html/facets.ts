/** What the page can be narrowed by: the names of the attributes that its items carry, and of the keys in a link. */
export const FACETS = ['verdict', 'operation', 'level', 'blame', 'judge', 'outcome', 'consumer'] as const;
export type Facet = (typeof FACETS)[number];

/** What is narrowed; an operation stays as long as something of it does. */
export const ITEM_KINDS = ['finding', 'operation', 'case', 'claim', 'exchange', 'reason'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

type FacetAttributes = Readonly<Partial<Record<`data-${Facet}`, string>>>;

/** Several values of one facet stand on a line each, since a consumer may be called anything on one line. */
export const BETWEEN_VALUES = '\n';

/** Attributes of an item; a facet it does not speak of is left to the operation it stands in. */
export function itemOf(
  kind: ItemKind,
  facets: Readonly<Partial<Record<Facet, string | readonly string[]>>> = {},
): FacetAttributes & { readonly 'data-item': ItemKind } {
  const attributes = Object.entries(facets).map(([name, value]) => [
    `data-${name}`,
    typeof value === 'string' ? value : [...new Set(value)].join(BETWEEN_VALUES),
  ]);
  return { 'data-item': kind, ...Object.fromEntries(attributes) };
}
