// Whatever a person is told to run next, or shown as an example, is a command that there is.
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { defineCommands } from '../../src/cli/command-line.ts';
import { commands } from '../../src/generated/commands.ts';
import type { Blame } from '../../src/model/finding.ts';
import type { OperationReport, Report } from '../../src/model/report.ts';
import type { ReportedWaiver } from '../../src/model/waiver.ts';
import { nextCommand, nextStep } from '../../src/reporters/headline.ts';
import { VERDICTS } from '../../src/reporters/labels.ts';
import type { KeptRun } from '../../src/reporters/reporter.ts';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';

/** Takes a command as a shell would, and as the tool does, but for carrying it out. */
async function parsed(line: string): Promise<string> {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const program = defineCommands(() => {});
  let name = '';
  const stub = (command: Command): void => {
    for (const each of command.commands) stub(each);
    if (command.commands.length === 0)
      command.action(() => {
        name = command.name();
      });
  };
  stub(program);
  expect(words[0]).toBe('livechat-conformance');
  await program.parseAsync(['node', ...words]);
  return name;
}

const EXAMPLES = commands.flatMap(({ name, examples }) => examples.map(({ args }) => ({ name, args })));

test.each(EXAMPLES)('the example "$args" of $name can be run', async ({ name, args }) => {
  expect(args.split(' ')[0]).toBe(name);
  expect(await parsed(`livechat-conformance ${args}`)).not.toBe('');
});

const KEPT: KeptRun = { folder: "reports/anne's run", shown: '', isLatest: false };
const LIVE: KeptRun = { ...KEPT, folder: 'reports/a run', tenant: 'tenants/our chat.yaml' };

const stale: ReportedWaiver = {
  ...{ finding: '00aa11bb22c1', detail: 'd', operation: 'acquire.joinChat', target: 'mock' },
  ...{ reason: 'r', owner: 'o', ticket: 't', expires: '2026-01-01', place: 'waivers.yaml#/waivers/0' },
  ...{ standing: 'stale', problem: 'It is there no more. Remove it.' },
};

function blaming(blame: Blame): readonly OperationReport[] {
  const [first] = sampleRun.operations;
  if (first === undefined) throw new Error('the sample has no operation');
  const cases = first.cases.map((one) => ({
    ...one,
    findings: one.findings.map((finding) => ({ ...finding, blame })),
  }));
  return [{ ...first, cases }];
}

/** Everything that decides what is to be done next, one by one. */
const SITUATIONS: Readonly<Record<string, Partial<Report>>> = {
  interrupted: { ...sampleRun, run: { ...sampleRun.run, interrupted: true } },
  'a waiver that needs somebody': { ...calmRun, waivers: [stale] },
  'the vendor is at fault': { operations: blaming('vendor') },
  'the setup is at fault': { operations: blaming('setup') },
  'the suite is at fault': { operations: blaming('suite') },
  'not run': {
    operations: sampleRun.operations.filter(({ operation }) => operation.endsWith('addMailMessage')),
  },
  'nothing judged': { operations: [] },
  'all well': { operations: calmRun.operations },
};

describe.each(Object.entries(SITUATIONS))('after a run: %s', (_name, situation) => {
  test.each(VERDICTS)('and %s, there is one thing to do', async (verdict) => {
    const report: Report = { ...emptyRun, ...situation, verdict };
    expect(nextStep(report)).toMatch(/^[^\n]{8,}$/);
    for (const kept of [KEPT, LIVE, { ...LIVE, isLatest: true }]) {
      const command = nextCommand(report, kept);
      if (command !== null && !command.includes("'\\''"))
        expect(['explain', 'doctor', 'run']).toContain(await parsed(command));
    }
  });
});

test('what is to be done goes on where the run was', () => {
  const cutOff: Report = { ...sampleRun, run: { ...sampleRun.run, interrupted: true } };
  expect(nextCommand(cutOff, LIVE)).toBe(
    "livechat-conformance run --tenant 'tenants/our chat.yaml' --resume 'reports/a run'",
  );
  const setup: Report = { ...emptyRun, operations: blaming('setup') };
  expect(nextCommand(setup, LIVE)).toBe(
    "livechat-conformance doctor --tenant 'tenants/our chat.yaml' --operation acquire.inviteAgent",
  );
  expect(nextCommand(sampleRun, { ...KEPT, isLatest: true })).toBe(
    'livechat-conformance explain 00aa11bb22c1',
  );
  expect(nextCommand(sampleRun, KEPT)).toContain(String.raw`--run 'reports/anne'\''s run'`);
  expect(nextCommand(calmRun, LIVE)).toBeNull();
});
