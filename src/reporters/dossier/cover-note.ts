import type { Report } from '../../model/report.ts';
import { targetLabel } from '../headline.ts';
import {
  codeBlockMarkdown as block,
  codeMarkdown as code,
  inertMarkdown as prose,
} from '../inert-markdown.ts';
import { inertLine } from '../inert-text.ts';
import { verdictLabels } from '../labels.ts';
import { plural } from '../tally.ts';
import type { Deviation } from './deviation.ts';
import { shellWord } from './shell-word.ts';

/** What is sent, about what, from when, and how to have it again. */
export function coverNote(report: Report, deviations: readonly Deviation[]): readonly string[] {
  const { run, tool, verdict } = report;
  const operations = new Set(deviations.map(({ operation }) => operation.operation));
  return [
    `# ${plural(deviations.length, 'deviation')} from the documents`,
    `${prose(`${targetLabel(report)} was held against the documents of its vendors and against what is relied on. It is ${verdictLabels[verdict].word}: ${plural(deviations.length, 'deviation')} in ${plural(operations.size, 'operation')}, of ${report.operations.length} judged.`)}`,
    `Run ${code(run.id)}, started ${code(run.startedAt)}, by ${prose(`${tool.name} ${tool.version}`)}, plan ${code(report.planHash)}.${run.interrupted ? ' It was cut off, so more may be wrong than is told here.' : ''}`,
    'Each part below stands alone: what the document says, what was observed, a command that shows it, and what to write. Secrets are left out; variables stand for them. To have the run again:',
    block([runCommand(report, [...operations])], '', 'sh').join('\n'),
  ];
}

/** Nothing to send, and why, in one line. */
export function nothingDeviates(report: Report): string {
  const { run, tool, verdict, because } = report;
  return prose(
    `No deviation to tell a vendor of: ${targetLabel(report)} is ${verdictLabels[verdict].word} in run ${run.id}, started ${run.startedAt}, by ${tool.name} ${tool.version} (${inertLine(because)}).`,
  );
}

function runCommand({ tool, target }: Report, operations: readonly string[]): string {
  const options = [
    ['--target', target.kind],
    ...target.faults.map((fault) => ['--fault', fault]),
    ...operations.map((operation) => ['--operation', operation]),
  ];
  const words = [tool.name, 'run', ...options.flat()].map(shellWord).join(' ');
  return target.kind === 'live' ? `${words} --tenant "$TENANT_FILE"` : words;
}
