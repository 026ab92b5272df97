import { type Item, itemsInView } from './items.ts';
import { isNarrowed, type View } from './view.ts';

const COUNTED = [
  ['finding', 'findings'],
  ['operation', 'operations'],
  ['case', 'cases'],
  ['claim', 'claims'],
] as const;

/** Hides what a view leaves out, and says how much is left. */
export function showView(items: readonly Item[], view: View): void {
  const left = itemsInView(items, view);
  for (const item of items) item.element.hidden = !left.has(item);
  showRows(items, left);
  showHits(items, left, isNarrowed(view));
  const status = document.getElementById('left');
  if (status !== null) status.textContent = isNarrowed(view) ? countsOf(items, left) : '';
  document.documentElement.classList.toggle('is-narrowed', isNarrowed(view));
  document.documentElement.classList.toggle('is-empty', isNarrowed(view) && left.size === 0);
}

/** Rows of an overview stand and fall with the operation they lead to. */
function showRows(items: readonly Item[], left: ReadonlySet<Item>): void {
  const operations = items.filter((item) => item.kind === 'operation' && left.has(item));
  const names = new Set(operations.map(({ element }) => element.dataset['operation']));
  for (const row of document.querySelectorAll<HTMLElement>('[data-row]')) {
    row.hidden = !names.has(row.dataset['row']);
  }
}

/** What is folded away tells how much of it is meant. */
function showHits(items: readonly Item[], left: ReadonlySet<Item>, narrowed: boolean): void {
  const hits = new Map<Element, { hit: number; all: number }>();
  for (const item of items) {
    const fold = item.element.parentElement?.closest('details.fold');
    if (fold === null || fold === undefined) continue;
    const count = hits.get(fold) ?? { hit: 0, all: 0 };
    count.all += item.times;
    if (left.has(item)) count.hit += item.times;
    hits.set(fold, count);
  }
  for (const [fold, { hit, all }] of hits) {
    const summary = fold.querySelector('summary');
    if (!narrowed) summary?.removeAttribute('data-hits');
    else summary?.setAttribute('data-hits', `${hit} of ${all} match`);
  }
}

function countsOf(items: readonly Item[], left: ReadonlySet<Item>): string {
  const parts = COUNTED.flatMap(([kind, name]) => {
    const all = items.filter((item) => item.kind === kind);
    const sum = (list: readonly Item[]) => list.reduce((total, { times }) => total + times, 0);
    return all.length === 0 ? [] : [`${sum(all.filter((item) => left.has(item)))} of ${sum(all)} ${name}`];
  });
  return parts.join(' · ');
}
