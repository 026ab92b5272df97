import type { Report } from '../../model/report.ts';
import { distinctActuals, exchangesOf, type FindingGroup } from '../finding-groups.ts';
import { actualLabel } from '../finding-sentence.ts';
import {
  codeBlockMarkdown as block,
  codeMarkdown as code,
  inertMarkdown as prose,
} from '../inert-markdown.ts';
import { inertLine } from '../inert-text.ts';
import { levelLabels } from '../labels.ts';
import { shorten } from '../shorten.ts';
import { plural } from '../tally.ts';
import { wrapText } from '../wrap-text.ts';
import { type Deviation, fingerprintsOf } from './deviation.ts';
import { documentParts } from './document-parts.ts';
import { exchangeParts } from './exchange-lines.ts';
import { placeWords } from './place-words.ts';
import { reproductionParts } from './reproduction-parts.ts';
import { suggestedWording } from './suggested-wording.ts';

const TITLE_LIMIT = 80;
const VALUE_LIMIT = 400;
const LISTED = 12;
const WORDING_WIDTH = 100;

/** All that a person at the vendor needs of one deviation, as Markdown that is harmless and can be read as it is. */
export function dossierMarkdown(report: Report, deviation: Deviation): string {
  return [
    `### ${prose(dossierTitle(deviation))}`,
    '',
    ...factLines(report, deviation),
    '',
    '#### What the document says',
    '',
    ...documentParts(report, deviation),
    '',
    '#### How to see it',
    '',
    ...reproductionParts(deviation),
    '',
    '#### What was exchanged',
    ...exchangeLines(deviation),
    '',
    '#### Suggested wording',
    '',
    ...block(wrapText(suggestedWording(report, deviation).join(' '), WORDING_WIDTH), ''),
  ].join('\n');
}

export function dossierTitle({ operation, group }: Deviation): string {
  const expected = shorten(inertLine(group.finding.expected), TITLE_LIMIT);
  return `${operation.title}: ${placeWords(group.pointer)}: expected ${expected}, found ${actualLabel(group, TITLE_LIMIT)}`;
}

function factLines(report: Report, deviation: Deviation): readonly string[] {
  const { operation, group } = deviation;
  const { level, check, expected } = group.finding;
  const { run, tool } = report;
  return [
    `- Operation: ${prose(operation.title)}, ${code(`${operation.method} ${operation.path}`)}`,
    `- Seen: in run ${code(run.id)}, started ${code(run.startedAt)}, by ${prose(`${tool.name} ${tool.version}`)}`,
    `- How often: ${frequency(deviation)}`,
    `- Place: ${code(group.pointer)}`,
    `- Expected: ${code(shorten(inertLine(expected), VALUE_LIMIT))}`,
    `- Observed: ${listed(distinctActuals(group).map((each) => shorten(inertLine(each), VALUE_LIMIT)))}`,
    `- Weight: ${levelLabels[level].word}, as ${weightWords(group)}; judged by ${code(check)}`,
    ...reliance(deviation),
    `- Fingerprint: ${listed(fingerprintsOf(group))}`,
  ];
}

/** A contract binds whatever the document says of the place. */
function weightWords({ finding: { check, level } }: FindingGroup): string {
  return check.startsWith('contract') ? 'a contract relies on it' : levelLabels[level].meaning;
}

function frequency({ group, judged }: Deviation): string {
  const seen = exchangesOf(group);
  return `in ${seen.length} of ${plural(judged, 'exchange')} in which it was judged: ${listed(seen)}`;
}

/** What breaks is said by the contracts; without one nobody is known to be hurt. */
function reliance({ operation, group }: Deviation): readonly string[] {
  const own = fingerprintsOf(group);
  const broken = operation.reliedOn.consumers
    .filter(({ brokenBy }) => brokenBy.some(({ fingerprint }) => own.includes(fingerprint)))
    .map(({ consumer }) => consumer);
  const reads = group.finding.reliedOnBy;
  if (broken.length === 0 && reads.length === 0) return ['- Relied on by: nobody with a contract'];
  return [
    ...(broken.length === 0 ? [] : [`- Breaks: ${prose(broken.join(', '))}`]),
    ...(reads.length === 0 ? [] : [`- Relied on by: ${prose(reads.join('; '))}`]),
  ];
}

function listed(values: readonly string[]): string {
  const hidden = values.length - LISTED;
  const shown = values.slice(0, LISTED).map(code).join(', ');
  return hidden > 0 ? `${shown} and ${hidden} more` : shown;
}

function exchangeLines({ exchange, group }: Deviation): readonly string[] {
  if (exchange === undefined) return ['', 'The report does not hold it.'];
  return exchangeParts(exchange, group).flatMap(({ title, lines }) => [
    '',
    `${prose(title)}:`,
    '',
    ...block(lines, ''),
  ]);
}
