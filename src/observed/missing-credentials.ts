import type { Pair } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';

export type CredentialsSeen =
  /** As the document wants them. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'missing'; readonly intent: Intent }
  /** Nobody can tell from what is there. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Which of the documented credentials a request came with. */
export function credentialsIn(
  { parameters }: Operation,
  headers: readonly Pair[],
  mayBeLost: boolean,
): CredentialsSeen {
  const sent = new Set(headers.map(([name]) => name.toLowerCase()));
  const wanted = parameters
    .filter(({ credential, in: place }) => credential && place === 'header')
    .map(({ name }) => name.toLowerCase());
  const missing = wanted.filter((name) => !sent.has(name));
  const [first] = missing;
  if (first === undefined) return { kind: 'sent' };
  if (mayBeLost)
    return { kind: 'unknown', reason: `the recording may have left out ${missing.join(' and ')}` };
  // A session may let somebody in whom the document wants to show a key.
  if (sent.has('cookie')) return { kind: 'unknown', reason: 'a cookie was sent in place of credentials' };
  const isOne = missing.length < wanted.length;
  const intent = { kind: 'refused', cause: 'no-credentials', ...(isOne ? { header: first } : {}) } as const;
  return { kind: 'missing', intent };
}
