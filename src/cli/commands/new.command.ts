import { Option } from 'commander';
import { EFFECTS } from '../../model/operation.ts';
import type { NewCheckOptions } from '../new-check.ts';
import type { NewOperationOptions } from '../new-operation.ts';
import type { NewVendorOptions } from '../new-vendor.ts';
import type { CommandDefinition } from './command-definition.ts';
import { lineRange, statusCode } from './option-values.ts';

const command: CommandDefinition = {
  name: 'new',
  group: 'Keep it true',
  examples: [
    { says: 'a vendor of your own', args: 'new vendor parley --document parley.txt' },
    {
      says: 'an operation of it',
      args: 'new operation parley.addGuests --method POST --path /v1/rooms/{room}/guests --lines 12-30 --effects creates notifies-people --status 201 --consumer front-desk',
    },
    { says: 'a check of your own', args: 'new check greeting-echo --checks checks' },
  ],
  define: (program, finish) => {
    const made = program.command('new').description('write the files of something new, with what is known');
    made
      .command('vendor')
      .description('the spec of a vendor of your own, from its document')
      .argument('<id>', 'id of the vendor: lower-case letters, digits and hyphens')
      .requiredOption('--document <file>', 'text of the document that its operations are described in')
      .option('--title <title>', 'name of the vendor (default: its id)')
      .option('--base-url <url>', 'address below which its paths begin, where the document tells it')
      .option('--folder <dir>', 'folder for specs/ and contracts/', '.')
      .option('--force', 'replace files that are there already', false)
      .action(async (id: string, options: NewVendorOptions) => {
        finish(await (await import('../new-vendor.ts')).newVendor(id, options));
      });
    made
      .command('operation')
      .description('an operation in the spec of your own vendor, and a contract for it')
      .argument('<id>', 'vendor.verbNoun')
      .addOption(
        new Option('--method <method>', 'of the request')
          .choices(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
          .makeOptionMandatory(),
      )
      .requiredOption('--path <path>', 'template of the path, such as /v1/rooms/{room}')
      .requiredOption('--lines <from-to>', 'lines of the document that describe it', lineRange)
      .addOption(
        new Option('--effects <effect...>', 'what a call does in the world')
          .choices(EFFECTS)
          .makeOptionMandatory(),
      )
      .requiredOption('--status <code>', 'of an answer to a good request', statusCode)
      .requiredOption('--consumer <name>', 'who relies on it: the name in your pacts')
      .option('--folder <dir>', 'folder with specs/ and contracts/', '.')
      .option('--force', 'replace a contract that is there already', false)
      .action(async (id: string, options: NewOperationOptions) => {
        finish(await (await import('../new-operation.ts')).newOperation(id, options));
      });
    made
      .command('check')
      .description('a check of your own; in a clone of this repository, one of the package')
      .argument('<id>', 'subject-aspect')
      .option('--checks <dir>', 'folder with checks of your own (default: checks)')
      .option('--force', 'replace a check that is there already', false)
      .action(async (id: string, options: NewCheckOptions) => {
        finish(await (await import('../new-check.ts')).newCheck(id, options));
      });
  },
};

export default command;
