/** A place in a file of ours, for whoever wants to jump there. */
export interface FilePlace {
  /** Relative, with forward slashes. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}
