import type { Command } from 'commander';
import { collect } from './option-values.ts';

/** What is judged by, as the arguments have it. */
export interface SuiteOptions {
  readonly specs: readonly string[];
  readonly contracts: readonly string[];
  readonly onlyOwn: boolean;
}

export function withSuiteOptions(command: Command): Command {
  return command
    .optionsGroup('Vendors and contracts of your own:')
    .option(
      '--specs <dir>',
      'folder with the specs of vendors of your own: documents.yaml, <vendor>.yaml (repeatable)',
      collect,
      [],
    )
    .option(
      '--contracts <dir>',
      'folder with contracts of your own: pacts/, <vendor>/ (repeatable)',
      collect,
      [],
    )
    .option(
      '--only-own',
      'leave out the contracts of this package and, beside --specs, its vendors too',
      false,
    )
    .optionsGroup('');
}

/** The same choice once more, for a command that a person is told to run next. */
export function suiteFlags({ specs, contracts, onlyOwn }: SuiteOptions): readonly string[] {
  return [
    ...(onlyOwn ? ['--only-own'] : []),
    ...specs.map((folder) => `--specs ${folder}`),
    ...contracts.map((folder) => `--contracts ${folder}`),
  ];
}
