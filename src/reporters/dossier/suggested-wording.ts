import type { Blame } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Strength } from '../../model/source.ts';
import { actualLabel } from '../finding-sentence.ts';
import { inertLine } from '../inert-text.ts';
import { shorten } from '../shorten.ts';
import { lineRange } from '../source-label.ts';
import type { Deviation } from './deviation.ts';
import { placeWords } from './place-words.ts';

const VALUE_LIMIT = 160;
const SENTENCE_LIMIT = 1000;

/** What to write to the vendor: sentences that stand alone. */
export function suggestedWording(report: Report, deviation: Deviation): readonly string[] {
  const { operation, group, defects } = deviation;
  const { blame, expected, source } = group.finding;
  const { strength } = source;
  const place = placeWords(group.pointer);
  const wanted = shorten(inertLine(expected), VALUE_LIMIT);
  const passage = passageWords(report, deviation);
  const day = report.run.startedAt.slice(0, 10);
  return [
    `We call ${operation.title} (${operation.method} ${operation.path}).`,
    `${documentedWords(strength, passage, place)}: ${wanted}.`,
    `On ${day} we found instead: ${actualLabel(group, VALUE_LIMIT)}.`,
    ...questionsOf(blame, defects),
    'The request and what came of it are attached.',
  ].map((sentence) => shorten(inertLine(sentence), SENTENCE_LIMIT));
}

function questionsOf(blame: Blame, defects: Deviation['defects']): readonly string[] {
  if (blame !== 'document') return ['Is this a fault of the service, or does the document no longer hold?'];
  return defects.length > 0
    ? defects.map(({ question }) => question)
    : ['Could the document say which of the two is right?'];
}

function passageWords(report: Report, { group }: Deviation): string {
  const { document, lines } = group.finding.source;
  const title = report.documents.find(({ id }) => id === document)?.title ?? document;
  return `${lines[0] === lines[1] ? 'line' : 'lines'} ${lineRange(lines)} of your document “${title}”`;
}

function documentedWords(strength: Strength, passage: string, place: string): string {
  switch (strength) {
    case 'stated':
      return `According to ${passage}, this holds for ${place}`;
    case 'shown':
      return `The example in ${passage} shows for ${place}`;
    case 'inferred':
      return `No passage says otherwise, the nearest being ${passage}, so we expect of ${place}`;
    default:
      return strength satisfies never;
  }
}
