import type { ConsumerImpact, Report } from '../model/report.ts';
import { standingLabels, verdictLabels } from './labels.ts';
import { plural } from './tally.ts';

type Answered = Pick<Report, 'documented' | 'reliedOn'>;

/** The answers to the two questions of the product, each a few words that stand alone. */
export function answerWords({ documented, reliedOn }: Answered): {
  readonly document: string;
  readonly reliedOn: string;
} {
  return { document: verdictLabels[documented.verdict].word, reliedOn: impactWords(reliedOn) };
}

const DOCUMENT_SENTENCES = {
  conformant: 'conforms to the document',
  deviating: 'deviates from the document',
  nonconformant: 'contradicts the document',
  unproven: 'could not be held against the document',
} as const satisfies Record<Report['documented']['verdict'], string>;

/** Both in one line, after its subject: `deviates from the document, breaks nobody`. */
export function answersLine({ documented, reliedOn }: Answered): string {
  return `${DOCUMENT_SENTENCES[documented.verdict]}, ${impactWords(reliedOn)}`;
}

function impactWords({ standing, consumers }: Report['reliedOn']): string {
  switch (standing) {
    case 'broken':
      return `breaks ${namesOf(consumers)}`;
    case 'unproven':
      return 'may break those who rely on it';
    case 'kept':
      return 'breaks nobody';
    case 'none':
      return consumers.length === 0 ? 'is relied on by nobody' : 'was held against no contract';
  }
}

function namesOf(consumers: readonly ConsumerImpact[]): string {
  const broken = consumers.filter(({ standing }) => standing === 'broken').map(({ consumer }) => consumer);
  return broken.length === 0 ? 'what is relied on' : broken.join(', ');
}

/** What becomes of a consumer, without the list of what breaks it. */
export function consumerSentence({ standing, brokenBy }: ConsumerImpact): string {
  if (standing !== 'broken') return standingLabels[standing].word;
  const operations = new Set(brokenBy.map(({ operation }) => operation)).size;
  return `${standingLabels.broken.word} by ${plural(brokenBy.length, 'finding')} in ${plural(operations, 'operation')}`;
}
