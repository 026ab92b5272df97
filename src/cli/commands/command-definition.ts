import type { Command } from 'commander';

/** One command of the tool: its arguments are declared here, and what it does is loaded when it is called. */
export interface CommandDefinition {
  /** Equals the file name before `.command`. */
  readonly name: string;
  /** Declares the command; `finish` takes the exit code of what was carried out. */
  readonly define: (program: Command, finish: (exitCode: number) => void) => void;
}
