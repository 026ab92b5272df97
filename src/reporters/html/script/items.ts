import { BETWEEN_VALUES, FACETS, type Facet, ITEM_KINDS, type ItemKind } from '../facets.ts';
import type { View } from './view.ts';

export interface Item {
  readonly element: HTMLElement;
  readonly kind: ItemKind;
  /** How many it stands for. */
  readonly times: number;
  readonly facets: ReadonlyMap<Facet, readonly string[]>;
  /** All that can be searched of it, in small letters; read once, and only when something is searched. */
  readonly text: () => string;
}

/** Facets by which single findings and cases differ within an operation. */
const INNER: readonly Facet[] = ['level', 'blame', 'judge', 'outcome'];

export function readItems(root: ParentNode): readonly Item[] {
  return [...root.querySelectorAll<HTMLElement>('[data-item]')].map(readItem);
}

function readItem(element: HTMLElement): Item {
  const { dataset } = element;
  const outer = element.closest<HTMLElement>('[data-item=operation]')?.dataset ?? {};
  const known = FACETS.flatMap((facet): [Facet, readonly string[]][] => {
    const value = dataset[facet] ?? outer[facet];
    return value === undefined ? [] : [[facet, value.split(BETWEEN_VALUES)]];
  });
  const facets = new Map(known);
  let text: string | undefined;
  const named = [dataset['search'] ?? '', ...(facets.get('operation') ?? [])].join(' ');
  return {
    element,
    kind: ITEM_KINDS.find((kind) => kind === dataset['item']) ?? 'reason',
    times: Number(dataset['times'] ?? 1),
    facets,
    text: () => {
      text ??= `${named} ${element.textContent}`.toLowerCase();
      return text;
    },
  };
}

/** The items that a view leaves; of operations, those of which something is left. */
export function itemsInView(items: readonly Item[], view: View): ReadonlySet<Item> {
  const words = view.search.toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (item: Item) => fitsFacets(item, view) && words.every((word) => item.text().includes(word));
  const left = new Set(items.filter((item) => item.kind !== 'operation' && fits(item)));
  const asksInside = INNER.some((facet) => view.facets[facet] !== undefined);
  const alive = new Set(
    [...left].filter(({ kind }) => !asksInside || isJudged(kind)).flatMap(onlyOperationOf),
  );
  for (const item of items) {
    if (item.kind !== 'operation' || !fitsFacets(item, view)) continue;
    const isAsked = !asksInside && words.length === 0;
    if (isAsked || operationsOf(item).some((each) => alive.has(each))) left.add(item);
  }
  return left;
}

function fitsFacets({ facets }: Item, view: View): boolean {
  return FACETS.every((facet) => {
    const wanted = view.facets[facet];
    const values = facets.get(facet);
    return wanted === undefined || values === undefined || values.includes(wanted);
  });
}

function isJudged(kind: ItemKind): boolean {
  return kind === 'finding' || kind === 'case';
}

/** What several have in common says nothing of any one of them: their cases do. */
function onlyOperationOf(item: Item): readonly string[] {
  const operations = operationsOf(item);
  return operations.length > 1 ? [] : operations;
}

function operationsOf({ facets }: Item): readonly string[] {
  return facets.get('operation') ?? [];
}
