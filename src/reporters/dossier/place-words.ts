import { tokensOf } from '../../model/json-pointer.ts';
import { readFindingPointer } from '../finding-place.ts';

/** The place of a finding in words that need no knowledge of our pointers. */
export function placeWords(pointer: string): string {
  const part = readFindingPointer(pointer);
  switch (part.kind) {
    case 'status':
      return 'the status of the answer';
    case 'header':
      return `the header ${part.name} of ${messageWords[part.of]}`;
    case 'body':
      return inside(part.pointer, 'the body of', messageWords[part.of]);
    case 'notification':
      return part.name === ''
        ? 'the notifications'
        : inside(part.pointer, '', `the notification ${part.name}`);
    case 'other':
      return pointer;
    default:
      return part satisfies never;
  }
}

const messageWords = { request: 'the request', response: 'the answer' } as const;

function inside(pointer: string, whole: string, message: string): string {
  if (pointer === '') return `${whole} ${message}`.trim();
  return `${tokensOf(pointer).join('.')} in ${message}`;
}
