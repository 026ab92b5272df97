import type { Pair } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';

export type CredentialsSeen =
  /** As the document wants them. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'missing'; readonly intent: Intent }
  /** Nobody can tell from what is there. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Which of the documented credentials a request came with. */
export function credentialsIn(
  operation: Operation,
  headers: readonly Pair[],
  mayBeLost: boolean,
): CredentialsSeen {
  const wanted = credentialHeaders(operation);
  const missing = wanted.filter((name) => !isSent(name, headers));
  const [first] = missing;
  if (first === undefined) return { kind: 'sent' };
  if (mayBeLost)
    return { kind: 'unknown', reason: `the recording may have left out ${missing.join(' and ')}` };
  // A session may let somebody in whom the document wants to show a key.
  if (isSent('cookie', headers))
    return { kind: 'unknown', reason: 'a cookie was sent in place of credentials' };
  const isOne = missing.length < wanted.length;
  const intent = { kind: 'refused', cause: 'no-credentials', ...(isOne ? { header: first } : {}) } as const;
  return { kind: 'missing', intent };
}

/** In lower case. */
const credentialHeaders = oncePer(({ parameters }: Operation): readonly string[] =>
  parameters
    .filter(({ credential, in: place }) => credential && place === 'header')
    .map(({ name }) => name.toLowerCase()),
);

/** Most names are told apart by their length alone. */
function isSent(name: string, headers: readonly Pair[]): boolean {
  return headers.some(([sent]) => sent.length === name.length && sent.toLowerCase() === name);
}
