import type { Report } from '../model/report.ts';
import { badgeColours, badgeWords } from './badge-words.ts';
import { inertLineReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';

/** What a badge service asks for at an address of yours. */
const badge: Reporter = {
  name: 'badge',
  title: 'Badge as data, for the endpoint badges of shields.io',
  file: 'badge.json',
  onRequest: true,
  render: (report) => `${JSON.stringify(endpoint(inertLineReport(report)), null, 2)}\n`,
};

export default badge;

function endpoint(report: Report): unknown {
  const { label, message } = badgeWords(report);
  return { schemaVersion: 1, label, message, color: badgeColours[report.verdict] };
}
