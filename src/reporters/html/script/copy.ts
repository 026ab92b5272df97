const SAID_MS = 2000;

/** Each button copies the text of the element it names, or the address of the place it names. */
export function listenToCopyButtons(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.copy') : null;
    if (button instanceof HTMLButtonElement) void copyFor(button);
  });
}

async function copyFor(button: HTMLButtonElement): Promise<void> {
  const { copy, link } = button.dataset;
  const text =
    link === undefined
      ? (document.getElementById(copy ?? '')?.textContent ?? '')
      : `${location.href.split('#')[0]}#${link}`;
  const done = await copied(text);
  say(button, done ? 'Copied' : 'Select and copy by hand');
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

/** A page that is not served over TLS, or sits in a frame, has no clipboard of its own. */
function copiedBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

function say(button: HTMLButtonElement, word: string): void {
  const before = button.dataset['says'] ?? button.textContent;
  button.dataset['says'] = before;
  button.textContent = word;
  const voice = document.getElementById('voice');
  if (voice !== null) voice.textContent = `${word}: ${before}`;
  setTimeout(() => {
    button.textContent = before;
  }, SAID_MS);
}
