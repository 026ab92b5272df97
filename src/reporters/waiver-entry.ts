import { stringify } from 'yaml';
import { dayAfter } from '../model/instant.ts';
import type { GateFinding, Report } from '../model/report.ts';

/** Long enough to have it mended, short enough not to be forgotten. */
const DAYS = 30;

/** A file of waivers that excuses findings; what only a person knows is left to be filled in. */
export function waiverEntries(
  report: Pick<Report, 'target' | 'run' | 'gateShutBy'>,
  findings: readonly GateFinding[] = report.gateShutBy,
): string {
  const expires = dayAfter(report.run.startedAt, DAYS);
  const waivers = findings.map(({ operation, fingerprint, detail }) => ({
    finding: fingerprint,
    detail,
    operation,
    target: report.target.name,
    reason: '',
    owner: '',
    ticket: '',
    expires,
  }));
  const form = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 } as const;
  return stringify({ waivers }, form)
    .trimEnd()
    .replaceAll(/[^\n\x20-\x7e]/g, escaped);
}

/** Every text stands in quotation marks, where YAML reads what JSON would write. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
