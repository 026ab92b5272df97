import type { ReportedReading } from '../model/report.ts';
import type { Suite } from '../model/suite.ts';

/** What is followed otherwise than the primary reading has it: where nothing is, there is nothing to know. */
export function otherReadings(readings: readonly ReportedReading[], { specs }: Suite): readonly string[] {
  const ambiguities = specs.flatMap((spec) => spec.ambiguities);
  return readings.flatMap(({ ambiguity, follows }) => {
    const known = ambiguities.find(({ id }) => id === ambiguity)?.readings ?? [];
    const isOther = known.some(({ id, primary }) => id === follows && !primary);
    return isOther ? [`the target follows the reading ${follows} of ${ambiguity}`] : [];
  });
}
