import type { Command } from 'commander';

/** In the order in which the help lists them. */
export const COMMAND_GROUPS = ['Judge', 'A live tenant', 'Look at runs', 'Keep it true'] as const;

export interface CommandExample {
  /** What it is for, a few words. */
  readonly says: string;
  /** Behind the name of the tool. */
  readonly args: string;
}

/** One command of the tool: its arguments are declared here, and what it does is loaded when it is called. */
export interface CommandDefinition {
  /** Equals the file name before `.command`. */
  readonly name: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  readonly examples: readonly [CommandExample, ...CommandExample[]];
  /** Declares the command; `finish` takes the exit code of what was carried out. */
  readonly define: (program: Command, finish: (exitCode: number) => void) => void;
}
