import type { Intent } from '../model/interaction.ts';

export function describeIntent(intent: Intent): string {
  if (intent.kind === 'accepted')
    return intent.outcome === 'success' ? 'to be accepted' : 'to be accepted, and to fail afterwards';
  switch (intent.cause) {
    case 'no-credentials':
      return `to be refused: ${intent.header === undefined ? 'no credentials' : `no ${intent.header}`}`;
    case 'wrong-credentials':
      return `to be refused: wrong ${intent.header ?? 'credentials'}`;
    case 'no-permission':
      return 'to be refused: no permission';
    case 'wrong-state':
      return 'to be refused: what it is about is in the wrong state';
    case 'no-feature':
      return 'to be refused: it lacks a feature';
    case 'missing-field':
      return `to be refused: ${intent.field} is missing`;
    case 'wrong-type':
      return `to be refused: ${intent.field} is of a wrong type`;
    case 'undocumented-value':
      return `to be refused: ${intent.field} has an undocumented value`;
  }
}
