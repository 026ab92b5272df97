import { expect, test } from 'vitest';
import github from '../../src/reporters/github.reporter.ts';
import { sampleRun } from '../fixtures/sample-run.ts';
import { readCommand } from './read-command.ts';

const commandsOf = (report: typeof sampleRun) =>
  github
    .render(report, { colour: false, columns: 80 })
    .split('\n')
    .flatMap((line) => readCommand(line) ?? []);

test('an annotation stands at the line of the spec and comes out as it went in', () => {
  const [, , , found] = commandsOf(sampleRun);
  expect(found).toMatchObject({
    name: 'warning',
    properties: {
      file: 'my specs/acquire,v2%.yaml',
      line: '512',
      col: '11',
      title: 'acquire.inviteAgent: The response body is not as documented',
    },
  });
  expect(found?.data).toMatch(
    /found "no" \(string\) \(blame: vendor, 00aa11bb22d1\)\nacquire-invite-agent:38-42 \(shown in an example\)\nAsk the vendor/u,
  );
});

test('of more than ten of a kind the tenth counts the others', () => {
  const [first] = sampleRun.operations;
  const [broken] = first?.cases.filter(({ check }) => check === 'contract-match') ?? [];
  if (first === undefined || broken === undefined) throw new Error('the sample has no broken contract');
  const findings = Array.from({ length: 25 }, (_, index) =>
    broken.findings.map((one) => ({ ...one, expected: `${index}` })),
  ).flat();
  const operations = [{ ...first, cases: [{ ...broken, findings }] }];
  const errors = commandsOf({ ...sampleRun, operations }).filter(({ name }) => name === 'error');
  expect(errors.length).toBe(10);
  expect(errors.at(-1)?.properties['title']).toBe('16 more findings of this kind');
});
