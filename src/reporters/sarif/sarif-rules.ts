import { strongestLevel } from '../../model/source.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { inertMarkdown } from '../inert-markdown.ts';
import { levelLabels } from '../labels.ts';
import { sarifLevels } from './sarif-level.ts';
import { sarifText } from './sarif-text.ts';

export interface SarifRule {
  readonly id: string;
  readonly [member: string]: unknown;
}

/** The checks that found something, each once, in the order of their findings. */
export function sarifRules(groups: readonly FindingGroup[]): readonly SarifRule[] {
  const checks = [...new Set(groups.map(({ finding }) => finding.check))];
  return checks.map((check) =>
    ruleOf(
      check,
      groups.filter(({ finding }) => finding.check === check),
    ),
  );
}

function ruleOf(check: string, own: readonly FindingGroup[]): SarifRule {
  const level = strongestLevel(own.map(({ finding }) => finding.level));
  const title = `${own[0]?.title ?? check}.`;
  const meaning = `At its strongest it is a ${level} here: ${levelLabels[level].meaning}.`;
  const steps = [...new Set(own.map(({ finding }) => finding.next))];
  return {
    id: check,
    name: pascalCase(check),
    shortDescription: { text: sarifText(title) },
    fullDescription: { text: sarifText(`${title} ${meaning}`) },
    help: {
      text: sarifText(`What to do next: ${steps.join(' ')}`),
      markdown: ['What to do next:', '', ...steps.map((step) => `- ${inertMarkdown(step)}`)].join('\n'),
    },
    defaultConfiguration: { level: sarifLevels[level] },
  };
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
