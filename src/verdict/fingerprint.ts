import { createHash } from 'node:crypto';
import type { Subject } from '../model/check.ts';
import type { RawFinding } from '../model/finding.ts';
import type { Intent } from '../model/interaction.ts';

/**
 * Twelve hexadecimal digits of what differs, not of what came instead: the same difference has the same
 * fingerprint in every run, on every target, whichever item of a list shows it.
 */
export function fingerprintOf({ operation, intent }: Subject, check: string, finding: RawFinding): string {
  const place = finding.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  const { document, lines } = finding.source;
  const facts = [
    operation.id,
    provoked(intent),
    check,
    place,
    finding.specPointer ?? '',
    document,
    lines.join('-'),
  ];
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 12);
}

/** What was provoked: the same status in answer to another mistake of ours is another difference. */
function provoked(intent: Intent): string {
  if (intent.kind === 'accepted') return intent.kind;
  if ('field' in intent) return `${intent.cause} ${intent.field}`;
  return intent.header === undefined ? intent.cause : `${intent.cause} ${intent.header}`;
}
