import { createHash } from 'node:crypto';
import type { RawFinding } from '../model/finding.ts';

/**
 * Twelve hexadecimal digits of what differs, not of what came instead: the same difference has the same
 * fingerprint in every run, on every target, whichever item of a list shows it.
 */
export function fingerprintOf(operation: string, check: string, finding: RawFinding): string {
  const place = finding.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  const { document, lines } = finding.source;
  const facts = [operation, check, place, finding.specPointer ?? '', document, lines.join('-')];
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 12);
}
