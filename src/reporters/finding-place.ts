/** Which part of an exchange a finding pointer means. */
export type FindingPart =
  | { readonly kind: 'status' }
  | { readonly kind: 'header'; readonly of: 'request' | 'response'; readonly name: string }
  | { readonly kind: 'body'; readonly of: 'request' | 'response'; readonly pointer: string }
  | { readonly kind: 'notification'; readonly name: string; readonly pointer: string }
  | { readonly kind: 'other' };

/** Reads the pointers that the judges write. */
export function readFindingPointer(pointer: string): FindingPart {
  const [place = '', ...rest] = pointer.split('#');
  const inside = rest.join('#');
  if (place === 'response.status') return { kind: 'status' };
  if (place === 'notifications' || place.startsWith('notifications.')) {
    return { kind: 'notification', name: place.slice('notifications.'.length), pointer: inside };
  }
  const [of, part, ...name] = place.split('.');
  if (of !== 'request' && of !== 'response') return { kind: 'other' };
  if (part === 'body') return { kind: 'body', of, pointer: inside };
  if (part === 'header') return { kind: 'header', of, name: name.join('.').toLowerCase() };
  return { kind: 'other' };
}
