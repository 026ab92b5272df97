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
  return digestOf(facts.join('\n'));
}

/** Differences are few, however often each is seen. */
const MOST_KNOWN = 5000;
const known = new Map<string, string>();

function digestOf(facts: string): string {
  const found = known.get(facts);
  if (found !== undefined) return found;
  const digest = createHash('sha256').update(facts).digest('hex').slice(0, 12);
  if (known.size < MOST_KNOWN) known.set(facts, digest);
  return digest;
}

/** What was provoked: the same status in answer to another mistake of ours is another difference. */
function provoked(intent: Intent): string {
  if (intent.kind === 'accepted') return intent.kind;
  if ('field' in intent) return `${intent.cause} ${intent.field}`;
  return intent.header === undefined ? intent.cause : `${intent.cause} ${intent.header}`;
}
