import type { Intent } from '../model/interaction.ts';

export function describeIntent(intent: Intent): string {
  if (intent.kind === 'accepted')
    return intent.outcome === 'success' ? 'to be accepted' : 'to be accepted, and to fail afterwards';
  switch (intent.cause) {
    case 'no-credentials':
      return 'to be refused: no credentials';
    case 'wrong-credentials':
      return 'to be refused: wrong credentials';
    case 'no-permission':
      return 'to be refused: no permission';
    case 'missing-field':
      return `to be refused: ${intent.field} is missing`;
    case 'wrong-type':
      return `to be refused: ${intent.field} is of a wrong type`;
    case 'undocumented-value':
      return `to be refused: ${intent.field} has an undocumented value`;
  }
}
