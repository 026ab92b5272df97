import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintOf, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

test.each([
  { args: ['frobnicate'], says: /no command or argument "frobnicate"/ },
  { args: ['mokc'], says: /no command or argument "mokc"[\s\S]+Did you mean "mock"\?/ },
  { args: ['run', 'everything'], says: /no command or argument "everything"/ },
  { args: ['--nope'], says: /unknown option '--nope'[\s\S]+--help/ },
  { args: ['--gate', 'perhaps'], says: /--gate[\s\S]+must, should, may/ },
  { args: ['--gate'], says: /--gate[\s\S]+missing/ },
  { args: ['--timeout', 'soon'], says: /--timeout[\s\S]+milliseconds from 1 to/ },
  { args: ['--timeout', '0'], says: /--timeout[\s\S]+milliseconds from 1 to/ },
  { args: ['--timeout', '1.5'], says: /--timeout[\s\S]+milliseconds from 1 to/ },
  { args: ['--vendor', 'acquir'], says: /no vendor "acquir"[\s\S]+Did you mean "acquire"\?/ },
  { args: ['--vendor', 'zendesk'], says: /no vendor "zendesk"[\s\S]+Known: acquire, genesys, rocketchat/ },
  { args: ['--operation', 'joinChta'], says: /no documented operation "joinChta"[\s\S]+acquire\.joinChat/ },
  {
    args: ['--vendor', 'genesys', '--operation', 'sendSms'],
    says: /No documented operation matches --vendor genesys --operation sendSms[\s\S]+--dry-run/,
  },
  { args: ['--target', 'staging'], says: /no target "staging"[\s\S]+Known: .*mock/ },
  { args: ['--fault', 'any.slwo'], says: /no fault "any\.slwo"[\s\S]+Did you mean "any\.slow"\?/ },
  { args: ['--reading', 'genesys.invite-path'], says: /no reading of genesys\.invite-path ""/ },
  {
    args: ['--reading', 'genesys.invite-path=third'],
    says: /no reading of genesys\.invite-path "third"[\s\S]+agent-path, sample-path/,
  },
  {
    args: ['--reading', 'genesys.invite-pth=x'],
    says: /no ambiguity[\s\S]+Did you mean "genesys\.invite-path"/,
  },
  {
    args: ['--reporter', 'pdf'],
    says: /no reporter "pdf"[\s\S]+html, json, junit, sarif, summary, terminal/,
  },
  { args: ['--reporter', 'junit='], says: /--reporter is "junit="[\s\S]+a file after junit=/ },
  { args: ['--documents', 'nowhere'], says: /nowhere holds no file[\s\S]+--documents/ },
  { args: ['mock', '--port', '70000'], says: /--port[\s\S]+from 0 to 65535/ },
  { args: ['mock', '--fault', 'nothing'], says: /no fault "nothing"/ },
  { args: ['mock', '--nope'], says: /unknown option '--nope'/ },
])('$args is refused with what to do', async ({ args, says }) => {
  const run = await runWarmCommand(args);
  expect(complaintOf(run)).toMatch(/^2 error/);
  expect(run.stderr).toMatch(says);
  expect(readdirSync(run.folder)).toEqual([]);
});

test('an --out that cannot be a folder is refused', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'taken'), '');
  const run = await runWarmCommand(['--operation', 'joinChat', '--out', 'taken'], { folder });
  expect(complaintOf(run)).toMatch(/^2 error \[output-unwritable\] taken\S* cannot be written/);
  expect(run.stderr).toContain('--out');
});
