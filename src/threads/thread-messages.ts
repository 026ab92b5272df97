import type { ObservedExchange } from '../model/observed.ts';
import type { OperationId } from '../model/operation.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import type { EntryForm } from '../model/recorded.ts';
import type { CountedStretch } from '../observed/counted-stretch.ts';
import type { BaseUrls } from '../observed/match-operation.ts';
import type { SuiteMatter } from './suite-matter.ts';

/** What a thread is told when it starts. */
export interface CountingGrounds {
  readonly matter: SuiteMatter;
  /** Folders of checks of the user's own, which each thread loads itself: code cannot be sent. */
  readonly checkFolders: readonly string[];
  readonly baseUrls: BaseUrls;
  /** Operations that are judged; undefined where all are. */
  readonly wanted: readonly OperationId[] | undefined;
}

/** Exchanges to count: of the entries of a stretch, or as they were read. */
export type CountingWork =
  | { readonly kind: 'texts'; readonly form: EntryForm; readonly texts: PackedTexts }
  | { readonly kind: 'observed'; readonly observed: readonly ObservedExchange[] };

export interface CountingJob {
  readonly number: number;
  readonly work: CountingWork;
}

export interface CountingReply {
  readonly number: number;
  readonly counted: CountedStretch;
}
