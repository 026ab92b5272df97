import { gateOnNew } from '../drift/gate-on-new.ts';
import { historyEntry } from '../drift/history-entry.ts';
import { withHistory } from '../drift/with-history.ts';
import { userErrors } from '../errors/catalogue.ts';
import { loadReport } from '../load/load-report.ts';
import { loadWaivers } from '../load/load-waivers.ts';
import type { Report } from '../model/report.ts';
import type { Waiver } from '../model/waiver.ts';
import type { GateOptions, SettlingOptions } from './commands/gate-options.ts';
import { historyOf, keepInHistory } from './history-file.ts';

/** What decides on the gate besides the level, read before anything is sent. */
export interface Gate {
  readonly waivers: readonly Waiver[];
  /** The report with what has changed and what the runs before it tell, and the gate decided anew by that. */
  readonly settle: (report: Report) => Report;
}

export function openGate(options: SettlingOptions & Pick<Partial<GateOptions>, 'waivers'>): Gate {
  const { baseline, history, flicker, verifiedWithin } = options;
  if (history === undefined && (flicker !== undefined || verifiedWithin !== undefined))
    throw userErrors.optionMissing('--history', '--flicker and --verified-within need earlier runs');
  const before = baseline === undefined ? undefined : loadReport(baseline);
  const rules = { flicker: flicker ?? { times: 1, of: 1 }, verifiedWithinMs: verifiedWithin };
  return {
    waivers: options.waivers === undefined ? [] : loadWaivers(options.waivers),
    settle: (report) => {
      const compared = before === undefined ? report : gateOnNew(before, report);
      if (history === undefined) return compared;
      const told = withHistory(compared, historyOf(history, report.target.name), rules);
      keepInHistory(history, historyEntry(report));
      return told;
    },
  };
}
