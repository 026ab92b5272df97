/** Opens what hides the place of an anchor and goes there; false where the page has no such place. */
export function reveal(anchor: string): boolean {
  const place = placeOf(anchor);
  if (place === null) return false;
  for (
    let fold = place.closest('details');
    fold !== null;
    fold = fold.parentElement?.closest('details') ?? null
  ) {
    fold.open = true;
  }
  const summary = place.classList.contains('anchor')
    ? place.closest('details')?.querySelector('summary')
    : null;
  (summary ?? place).scrollIntoView({ block: 'start' });
  summary?.focus({ preventScroll: true });
  markTarget(place);
  return true;
}

/** Is it hidden by what the page is narrowed to? */
export function isLeftOut(anchor: string): boolean {
  const place = placeOf(anchor);
  return place !== null && place.closest('[hidden], section[data-whole]') !== null;
}

/** A ticket may name no more than the fingerprint. */
function placeOf(anchor: string): HTMLElement | null {
  if (anchor === '') return null;
  const exact = document.getElementById(anchor);
  if (exact !== null) return exact;
  const fingerprint = /^finding-([0-9a-f]{12})$/u.exec(anchor)?.[1];
  return fingerprint === undefined
    ? null
    : document.querySelector<HTMLElement>(`[id^="finding-"][id$="-${fingerprint}"]`);
}

function markTarget(place: HTMLElement): void {
  for (const each of document.querySelectorAll('.is-target')) each.classList.remove('is-target');
  const whole = place.closest('.finding, .operation, .exchange, tr') ?? place;
  whole.classList.add('is-target');
}
