import type { Source, Strength } from '../src/model/source.ts';

/** Lines of a document and, in our own words, what they say. */
export interface Citation extends Source {
  readonly says: string;
}

/** `shown(31, 48, 'one receipt for each agent')`: citations of one document. */
export type Cite = (from: number, to: number, says: string) => Citation;

/** Writers of citations of one document, one for each strength. */
export function citing(document: string): Readonly<Record<Strength, Cite>> {
  const cite =
    (strength: Strength): Cite =>
    (from, to, says) => ({ document, lines: [from, to], strength, says });
  return { stated: cite('stated'), shown: cite('shown'), inferred: cite('inferred') };
}
