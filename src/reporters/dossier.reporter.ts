import type { Report } from '../model/report.ts';
import { coverNote, nothingDeviates } from './dossier/cover-note.ts';
import { type Deviation, deviationsOf } from './dossier/deviation.ts';
import { dossierMarkdown } from './dossier/dossier-markdown.ts';
import { inertMarkdown as prose } from './inert-markdown.ts';
import type { Reporter } from './reporter.ts';

/**
 * One dossier for each deviation, fit to send to the vendor. It starts from the report as it is, since a command has
 * to send the very bytes; whatever is shown is made inert where it is written.
 */
const dossier: Reporter = {
  name: 'dossier',
  title: 'Markdown to send to the vendors: each deviation with how to see it',
  file: 'dossier.md',
  render: (report) => `${renderDossiers(report).join('\n\n')}\n`,
};

export default dossier;

function renderDossiers(report: Report): readonly string[] {
  const deviations = deviationsOf(report);
  if (deviations.length === 0) return [nothingDeviates(report)];
  const vendors = [...new Set(deviations.map(({ operation }) => operation.vendor))];
  return [
    ...coverNote(report, deviations),
    ...vendors.flatMap((vendor) => vendorPart(report, vendor, deviations)),
  ];
}

function vendorPart(report: Report, vendor: string, deviations: readonly Deviation[]): readonly string[] {
  const own = deviations.filter(({ operation }) => operation.vendor === vendor);
  return [`## ${prose(vendor)}`, ...own.map((deviation) => dossierMarkdown(report, deviation))];
}
