import { nearestName } from './nearest-name.ts';

const LISTED = 30;

export function listed(known: readonly string[]): string {
  const others = known.length - LISTED;
  return `Known: ${known.slice(0, LISTED).join(', ')}${others > 0 ? `, and ${others} more` : ''}.`;
}

export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? '' : `Did you mean "${near}"? `;
}
