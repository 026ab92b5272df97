/** `/` search, `j` and `k` from finding to finding, `?` the keys, Escape out of where one is. */
export function listenToKeys(clear: () => void): void {
  const help = document.getElementById('keys');
  document.getElementById('show-keys')?.addEventListener('click', () => openDialog(help));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') leave(event, clear);
    else if (!isTyping(event.target)) pressed(event, help);
  });
}

function pressed(event: KeyboardEvent, help: HTMLElement | null): void {
  switch (event.key) {
    case '/':
      event.preventDefault();
      document.getElementById('search')?.focus();
      break;
    case 'j':
      step(1);
      break;
    case 'k':
      step(-1);
      break;
    case '?':
      openDialog(help);
      break;
    case 't':
      document.getElementById('theme')?.click();
      break;
  }
}

/** First out of a field, then out of what the page is narrowed to; an open dialog closes itself. */
function leave({ target }: KeyboardEvent, clear: () => void): void {
  if (document.querySelector('dialog[open]') !== null) return;
  if (target instanceof HTMLElement && isTyping(target)) target.blur();
  else clear();
}

function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('.finding:not([hidden]) > summary')];
  const active = document.activeElement?.closest('.finding')?.querySelector('summary');
  const at = all.findIndex((each) => each.contains(active ?? null));
  const next = all[at < 0 && by < 0 ? all.length - 1 : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'start' });
}

function openDialog(dialog: HTMLElement | null): void {
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
}
