import type { Report } from '../model/report.ts';
import { findingFacts } from './finding-facts.ts';
import type { FindingGroup } from './finding-groups.ts';
import { blameLabels, levelLabels } from './labels.ts';

const LABEL_WIDTH = 14;

/** A finding as plain lines, compiler-style. */
export function findingText(report: Report, group: FindingGroup): readonly string[] {
  const { check, level, blame, fingerprint } = group.finding;
  return [
    `${levelLabels[level].word}: ${group.title} [${check}] blame: ${blameLabels[blame].word} ${fingerprint}`,
    ...findingFacts(report, group).flatMap(({ label, lines, quote }) =>
      [...lines, ...quote].map((line, index) => `  ${(index === 0 ? label : '').padEnd(LABEL_WIDTH)}${line}`),
    ),
  ];
}
