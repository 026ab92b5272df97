import type { KnownPeople } from './known-people.ts';
import type { KnownSecrets } from './known-secrets.ts';

/** Who is kept out of what is written. */
export interface Cloak {
  readonly secrets: KnownSecrets;
  /** Undefined where nobody is real. */
  readonly people: KnownPeople | undefined;
}

/** A text with every secret and everybody known replaced. */
export function cloakText(text: string, { secrets, people }: Cloak): string {
  const masked = secrets.mask(text);
  return people?.replaceIn(masked) ?? masked;
}

/** A part of an address: what is escaped there is looked at as what it means. */
export function cloakEscaped(text: string, cloak: Cloak): string {
  const masked = cloak.secrets.mask(text);
  if (cloak.people === undefined) return masked;
  return masked
    .split(/([/?&=])/)
    .map((part) => {
      const meant = meantBy(part);
      const replaced = cloak.people?.replaceIn(meant) ?? meant;
      return replaced === meant ? part : encodeURIComponent(replaced);
    })
    .join('');
}

function meantBy(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
