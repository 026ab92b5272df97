import type { ReportedPact } from '../model/report.ts';
import { pactsBlock } from '../reporters/terminal-blocks.ts';
import type { Screen } from '../reporters/terminal-screen.ts';

/** The user's own pacts for a person: what of each is judged, and what is to be known of the rest. */
export function describePacts(pacts: readonly ReportedPact[], screen: Screen): string {
  return [...pactsBlock({ pacts }, screen), ''].join('\n');
}
