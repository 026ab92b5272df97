import type { SentRequest } from '../model/exchange.ts';
import type { Reading } from '../model/reading.ts';
import type { RequestChange } from '../model/request-change.ts';

/** The request of a reading, by its route and by the places in which it differs from the primary one. */
export function describeRequestOf({ request }: Reading, { method, path }: SentRequest): string {
  const places = [...new Set((request?.changes ?? []).map(placeOf))];
  return places.length === 0 ? `${method} ${path}` : `${method} ${path} with ${places.join(', ')}`;
}

function placeOf(change: RequestChange): string {
  switch (change.kind) {
    case 'move':
      return change.to;
    case 'turn':
      return `${change.at} as ${change.into}`;
    case 'copy':
      return `${change.to} like ${change.from}`;
    case 'omit':
      return `${change.at} or ${change.beside} alone`;
  }
}
