import type { Citation } from '../../contracts/citation.ts';
import type { DescribedInteraction, DescribedNotification } from '../../contracts/interaction-draft.ts';

/** What is written beside an interaction for whoever reads the pact file. */
export interface Remarks {
  readonly references: readonly (readonly [group: string, name: string, value: string])[];
  readonly comments: readonly string[];
}

export function remarksOnInteraction(operation: string, interaction: DescribedInteraction): Remarks {
  const intent = Object.entries(namedIntent(interaction));
  return remarks([['operation', operation], ...intent], interaction.sources);
}

export function remarksOnNotification(
  operation: string,
  interaction: DescribedInteraction,
  { notification, sources }: DescribedNotification,
): Remarks {
  const ties = { operation, notification, follows: interaction.description };
  return remarks(Object.entries(ties), sources);
}

function namedIntent({ intent }: DescribedInteraction): Readonly<Record<string, string>> {
  if (intent.kind === 'accepted') return { intent: intent.kind, outcome: intent.outcome };
  const refused = { intent: intent.kind, cause: intent.cause };
  return 'field' in intent ? { ...refused, field: intent.field } : refused;
}

function remarks(
  conformance: readonly (readonly [name: string, value: string])[],
  sources: readonly Citation[],
): Remarks {
  return {
    references: [
      ...conformance.map(([name, value]) => ['conformance', name, value] as const),
      ...[...citedByDocument(sources)].map(([document, cited]) => ['documents', document, cited] as const),
    ],
    comments: sources.map((source) => `${source.says} (${source.document}, ${inWords(source)})`),
  };
}

/** `31-48 shown; 23 stated`, by document. */
function citedByDocument(sources: readonly Citation[]): ReadonlyMap<string, string> {
  const cited = new Map<string, string>();
  for (const source of sources) {
    const before = cited.get(source.document);
    const lines = citedLines(source);
    cited.set(source.document, before === undefined ? lines : `${before}; ${lines}`);
  }
  return cited;
}

function citedLines({ lines: [from, to], strength }: Citation): string {
  return `${from === to ? from : `${from}-${to}`} ${strength}`;
}

function inWords({ lines: [from, to], strength }: Citation): string {
  return `${from === to ? `line ${from}` : `lines ${from} to ${to}`}, ${strength}`;
}
