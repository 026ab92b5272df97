/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { FACETS, type Facet } from '../facets.ts';
import { listenToCopyButtons } from './copy.ts';
import { readItems } from './items.ts';
import { listenToKeys } from './keys.ts';
import { isLeftOut, reveal } from './reveal.ts';
import { showView } from './show-view.ts';
import { listenToThemeButton } from './theme.ts';
import { readView, type View, writeView } from './view.ts';

const TYPING_MS = 120;
const NOTHING: View = { anchor: '', search: '', facets: {} };

const items = readItems(document);
const search = document.getElementById('search');
const controls = [...document.querySelectorAll<HTMLSelectElement>('select[data-facet]')];

function facetOf(control: HTMLSelectElement): Facet | undefined {
  return FACETS.find((facet) => facet === control.dataset['facet']);
}

/** What the controls say; they are all that a reader sees of a view. */
function viewOfControls(): View {
  const facets = controls.flatMap((control) => {
    const facet = facetOf(control);
    return facet === undefined || control.value === '' ? [] : [[facet, control.value]];
  });
  const text = search instanceof HTMLInputElement ? search.value : '';
  return { anchor: '', search: text, facets: Object.fromEntries(facets) };
}

function show(view: View): void {
  if (search instanceof HTMLInputElement && search.value !== view.search) search.value = view.search;
  for (const control of controls) {
    const facet = facetOf(control);
    if (facet !== undefined) control.value = view.facets[facet] ?? '';
  }
  showView(items, view);
}

/** As the address says. A place that the filters hide is shown nonetheless: whoever follows a link wants to see it. */
function showAddress(): void {
  const view = readView(location.hash);
  show(view);
  if (isLeftOut(view.anchor)) show({ ...NOTHING, anchor: view.anchor });
  reveal(view.anchor);
}

/** `replace` while somebody types, so that Back does not go letter by letter. */
function narrow(view: View, how: 'push' | 'replace'): void {
  const address = writeView(view);
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  show(view);
}

/** What is scrolled to must not lie under the bar, however many lines its controls take. */
function keepClearOfBar(): void {
  const bar = document.querySelector<HTMLElement>('.toolbar');
  if (bar === null) return;
  const measure = () => {
    const height = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty('--bar', `${height}px`);
  };
  new ResizeObserver(measure).observe(bar);
  measure();
}

let typing: ReturnType<typeof setTimeout> | undefined;
search?.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => narrow(viewOfControls(), 'replace'), TYPING_MS);
});
for (const control of controls) {
  control.addEventListener('change', () => narrow(viewOfControls(), 'push'));
}
for (const button of document.querySelectorAll('.clear')) {
  button.addEventListener('click', () => narrow(NOTHING, 'push'));
}

/** A link inside the page keeps what it is narrowed to. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const anchor = readView(link.getAttribute('href') ?? '').anchor;
  const address = writeView({ ...viewOfControls(), anchor });
  if (address === location.hash) reveal(anchor);
  else location.hash = address;
});

window.addEventListener('hashchange', showAddress);
window.addEventListener('popstate', showAddress);

document.documentElement.classList.add('has-script');
keepClearOfBar();
listenToThemeButton();
listenToCopyButtons();
listenToKeys(() => narrow(NOTHING, 'push'));
showAddress();
