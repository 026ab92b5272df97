import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

type Facts = Pick<Finding, 'pointer' | 'level' | 'blame' | 'expected' | 'actual'>;

/**
 * Twelve hexadecimal digits of what a finding says, without what differs from run to run: the same fingerprint with
 * another detail is the same place with another difference.
 */
export function detailOf({ pointer, level, blame, expected, actual }: Facts): string {
  // Another status is another answer; any other number may be an id, a length or a time.
  const said = [expected, actual].map((text) => (pointer === 'response.status' ? text : steady(text)));
  const facts = [level, blame, ...said];
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 12);
}

/**
 * A word in quotation marks may be a value of a closed set, and stays; other texts, names, numbers and instants are
 * ids, addresses, counts of milliseconds and people's words.
 */
function steady(text: string): string {
  return text
    .replaceAll(/"((?:[^"\\]|\\.)*)"/g, (quoted, inside: string) => (isWord(inside) ? quoted : '"…"'))
    .replaceAll(/\d+(?:[.,:]\d+)*/g, '#');
}

function isWord(text: string): boolean {
  return /^(?:[a-z][A-Za-z]*(?:[-_][A-Za-z]+)*|[A-Z_]*)$/.test(text);
}
