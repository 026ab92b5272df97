import type { Report } from '../model/report.ts';
import { targetLabel } from './headline.ts';
import { inertLine } from './inert-text.ts';
import { verdictLabels } from './labels.ts';
import type { Reporter } from './reporter.ts';
import { waiverEntries } from './waiver-entry.ts';

/** Entries to paste into a file of waivers, for what keeps the gate shut; reason, owner and ticket are left to people. */
const waivers: Reporter = {
  name: 'waivers',
  title: 'Waivers to paste, for what keeps the gate shut',
  file: 'waivers.proposed.yaml',
  render: (report) => `${headOf(report)}\n${waiverEntries(report)}\n`,
};

export default waivers;

function headOf(report: Report): string {
  const verdict = inertLine(
    `Run ${report.run.id}: ${targetLabel(report)} is ${verdictLabels[report.verdict].word}`,
  );
  const todo =
    report.gateShutBy.length === 0
      ? 'nothing keeps the gate shut.'
      : 'fill in reason, owner and ticket of what may stand for now, and give the file with --waivers.';
  return `# ${verdict}: ${todo}`;
}
