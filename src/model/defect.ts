import type { OperationId } from './operation.ts';
import type { Source } from './source.ts';

/** What is wrong with a passage of a document. */
export const DEFECT_KINDS = ['contradiction', 'ambiguity', 'omission', 'mislabelling', 'damage'] as const;
export type DefectKind = (typeof DEFECT_KINDS)[number];

/** A passage of the documents, and in our words what it says. */
export interface CitedPassage {
  readonly source: Source;
  readonly says: string;
}

/** Something the documents of one vendor get wrong, and what to ask the vendor. */
export interface Defect {
  /** `vendor.aspect`, unique over all vendors. */
  readonly id: string;
  readonly title: string;
  readonly kind: DefectKind;
  readonly operations: readonly OperationId[];
  readonly sources: readonly CitedPassage[];
  /** What we went by, one sentence. */
  readonly assumed: string;
  /** The sentence to send to the vendor. */
  readonly question: string;
  /** The ambiguity whose readings an exchange can tell apart; null where there is none. */
  readonly reading: string | null;
}
