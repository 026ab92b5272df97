import { Option } from 'commander';
import type { DocumentsCommandOptions } from '../documents-command.ts';
import { withCheckOptions } from './check-options.ts';
import type { CommandDefinition } from './command-definition.ts';

const command: CommandDefinition = {
  name: 'documents',
  group: 'Keep it true',
  examples: [
    { says: 'what the pages say today', args: 'documents --check documents' },
    { says: 'with the words as they were', args: 'documents --check documents --against documents/before' },
  ],
  define: (program, finish) => {
    const documents = program
      .command('documents')
      .description('tell what the vendor documents say otherwise than when the specs were written')
      .requiredOption('--check <dir>', 'folder with the texts of the documents as they are now')
      .option('--against <dir>', 'folder with the texts as they were, to show what their words were')
      .addOption(
        new Option('--accept', 'take over new line numbers where nothing but lines has changed').conflicts(
          'pin',
        ),
      )
      .option('--pin', 'take the texts as the ones the specs were written from', false)
      .option('--specs <dir>', 'folder of the specs (default: those of the package)')
      .option('--json', 'print the comparison as JSON', false);
    withCheckOptions(documents).action(async (options: DocumentsCommandOptions) => {
      finish(await (await import('../documents-command.ts')).documents(options));
    });
  },
};

export default command;
