import type { Pair, SentRequest } from '../model/exchange.ts';
import type { Operation } from '../model/operation.ts';
import type { Mask } from '../model/plan.ts';
import { isSecretField, isSecretHeader, isUnmistakable } from './sensitive-places.ts';

/** A request of strangers without what lets them in, and what that was. */
export interface HiddenCredentials {
  readonly request: SentRequest;
  readonly masks: readonly Mask[];
}

/** By the credentials the operation documents, and by the names that everybody gives to secrets. */
export function hideCredentials(request: SentRequest, { parameters }: Operation): HiddenCredentials {
  const names = new Set(
    parameters.filter(({ credential }) => credential).map(({ name }) => name.toLowerCase()),
  );
  const masks: Mask[] = [];
  const hide = (isSecret: (name: string) => boolean, pairs: readonly Pair[]): readonly Pair[] =>
    pairs.map((pair) => {
      const [name, value] = pair;
      if (value === '' || !(names.has(name.toLowerCase()) || isSecret(name))) return pair;
      const { kept, secrets } = partsOf(value, name);
      const shown = `[secret:${name.toLowerCase()}]`;
      masks.push(...secrets.filter(isUnmistakable).map((secret) => ({ secret, shown })));
      return [name, `${kept}${shown}`];
    });
  const headers = hide(isSecretHeader, request.headers);
  const query = hide(isSecretField, request.query);
  return { request: { ...request, headers, query }, masks };
}

/** Of a credential its scheme is kept; of cookies each value is a secret of its own. */
function partsOf(
  value: string,
  name: string,
): { readonly kept: string; readonly secrets: readonly string[] } {
  if (name.toLowerCase() === 'cookie') {
    const values = value.split(';').map((cookie) => cookie.slice(cookie.indexOf('=') + 1).trim());
    return { kept: '', secrets: values };
  }
  const [, kept = '', secret = value] = /^((?:basic|bearer|token|digest)\s+)(\S.*)$/i.exec(value) ?? [];
  return { kept, secrets: [secret] };
}
