import { DEFECT_KINDS } from '../model/defect.ts';
import type { ReportedDefect } from '../model/report.ts';
import { defectLabels } from './labels.ts';
import { plural } from './tally.ts';

/** `3 defects: 2 contradictory, 1 damaged`; kinds that none is of are not named. */
export function defectsLabel(defects: readonly ReportedDefect[]): string {
  const counts = DEFECT_KINDS.map((kind) => ({
    count: defects.filter((defect) => defect.kind === kind).length,
    word: defectLabels[kind].word,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ count, word }) => `${count} ${word}`);
  return `${plural(defects.length, 'defect')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** What this target showed of a defect, one sentence for each operation that can show it. */
export function shownSentences({ reading, operations, shown }: ReportedDefect): readonly string[] {
  if (reading === null) return ['no readings of it are told apart on the wire'];
  if (shown.length === 0) return ['none of its operations was judged'];
  return shown.map(({ operation, follows, evidence }) => {
    const whose = operations.length === 1 ? '' : `${operation}: `;
    return follows === null
      ? `${whose}${evidence}`
      : `${whose}follows the reading “${follows}”, as ${evidence}`;
  });
}
