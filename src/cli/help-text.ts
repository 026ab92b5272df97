import type { Command, HelpConfiguration } from 'commander';
import { createScreen, type Screen } from '../reporters/terminal-screen.ts';
import { wrapCommand, wrapText } from '../reporters/wrap-text.ts';
import { COMMAND_GROUPS, type CommandDefinition } from './commands/command-definition.ts';
import { wantsColour } from './wants-colour.ts';

const EXIT_CODES =
  '0 gate met or all well, 1 gate not met, 2 the input is wrong, 3 it could not be proven, 130 interrupted';

/** How every command tells of itself; set before the commands are declared, which take it over. */
export function helpConfiguration(): HelpConfiguration {
  const { colours } = helpScreen();
  return {
    styleTitle: colours.strong,
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const choices = argChoices === undefined ? [] : [argChoices.join(', ')];
      const isTold = typeof defaultValue === 'string' || typeof defaultValue === 'number';
      const notes = [...choices, ...(isTold ? [`default: ${defaultValue}`] : [])];
      return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
    },
    // What is a command's own comes before what many have in common.
    groupItems: (_, visible, groupOf) => {
      const groups = [...new Set(visible.map(groupOf))].toSorted((one, other) => rankOf(one) - rankOf(other));
      return new Map(
        groups.map((group) => [group, visible.filter((item) => groupOf(item) === group)] as const),
      );
    },
  };
}

const GROUPS = ['Options:', ...COMMAND_GROUPS.map((group) => `${group}:`)];

function rankOf(group: string): number {
  const rank = GROUPS.indexOf(group);
  return rank < 0 ? GROUPS.length : rank;
}

/** The commands in groups, each with its examples, and below all of them the exit codes. */
export function withHelp(program: Command, known: readonly CommandDefinition[]): Command {
  for (const { name, group, examples } of known) {
    const command = program.commands.find((one) => one.name() === name);
    command?.helpGroup(`${group}:`).addHelpText('afterAll', () => describeExamples(examples, helpScreen()));
  }
  return program.addHelpText('afterAll', () => {
    const { colours, columns } = helpScreen();
    return ['', colours.strong('Exit codes:'), ...indented(EXIT_CODES, columns)].join('\n');
  });
}

function describeExamples(examples: CommandDefinition['examples'], { colours, columns }: Screen): string {
  const lines = examples.flatMap(({ says, args }) => [
    ...indented(`# ${says}`, columns).map(colours.quiet),
    ...wrapCommand(`livechat-conformance ${args}`, columns - 4).map(
      (line, index) => `${index === 0 ? '  ' : '    '}${line}`,
    ),
  ]);
  return ['', colours.strong('Examples:'), ...lines].join('\n');
}

function indented(text: string, columns: number): readonly string[] {
  return wrapText(text, columns - 2).map((line) => `  ${line}`);
}

function helpScreen(): Screen {
  return createScreen({ colour: wantsColour(process.stdout), columns: process.stdout.columns ?? 100 });
}
