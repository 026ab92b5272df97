import type { Report } from '../model/report.ts';

export interface RenderOptions {
  readonly colour: boolean;
  /** Width of the reader's screen; formats that become files ignore it. */
  readonly columns: number;
  /** Absent where nobody knows; formats that become files ignore it. */
  readonly kept?: KeptRun;
}

/** Where a run is kept: what a reader at a terminal can go on with. */
export interface KeptRun {
  readonly folder: string;
  /** Is it the one that commands take where no other is named? */
  readonly isLatest: boolean;
  /** The file of it that a person opens. */
  readonly shown: string;
  /** The file of its live tenant. */
  readonly tenant?: string;
}

/** One format: a pure view of the report. */
export interface Reporter {
  /** Equals the file name before `.reporter`. */
  readonly name: string;
  readonly title: string;
  /** File below the run folder; null goes to standard output. */
  readonly file: string | null;
  /** Written or printed only where it is asked for by its name. */
  readonly onRequest?: true;
  readonly render: (report: Report, options: RenderOptions) => string;
}
