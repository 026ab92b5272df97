import { describe, expect, it } from 'vitest';
import { fitMarkdown } from '../../src/reporters/fit-markdown.ts';
import summary from '../../src/reporters/summary.reporter.ts';
import { calmRun, sampleRun } from '../fixtures/sample-run.ts';

const options = { colour: false, columns: 80 };

describe('summary', () => {
  it('says the verdict first, and all of a calm run on one screen', () => {
    expect(summary.render(calmRun, options)).toMatchInlineSnapshot(`
      "# ✓ Conformant

      It conforms to the document, breaks nobody.

      Everything stated that was looked at held, for each operation.

      Target mock is conformant. 1 operation: 1 conformant. 3 cases: 3 passed, 0 failed.

      **Gate must: met (exit code 0).** Next: Nothing: all that could be looked at is as it should be.

      ## Operations

      | Operation | Verdict | Document | Relied on | Passed | Failed | Not applicable | Not run | Errored | Why |
      | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
      | \`rocketchat.registerDepartment\` | ✓ conformant | conformant | breaks nobody | 3 | 0 | 0 | 0 | 0 | Everything stated that was looked at held. |
      | All | ✓ conformant | conformant | breaks nobody | 3 | 0 | 0 | 0 | 0 |  |

      ## Who relies on it

      - desk-console: kept

      livechat-conformance 0.1.0, run \`20260314-092501-4f\`, \`2026-03-14T09:25:01.000Z\`
      "
    `);
  });

  it('leads from the verdict over the table to the findings', () => {
    const headings = summary
      .render(sampleRun, options)
      .split('\n')
      .filter((line) => /^#{1,2} /u.test(line));
    expect(headings).toEqual([
      '# ✗ Nonconformant',
      '## Operations',
      '## Who relies on it',
      '## Findings',
      '## Not proven',
      '## Claims of the documents',
      '## Stale citations',
    ]);
  });

  it('shows each group of findings once, with its place in the document', () => {
    const text = summary.render(sampleRun, options);
    expect(text.match(/^### /gmu)?.length).toBe(9);
    expect(text).toContain(
      '- source: `acquire-invite-agent:38-42 (shown in an example)`\n  ```text\n  38 |     "11": {',
    );
  });
});

describe('a summary that is too long for GitHub', () => {
  const section = (name: string, size: number) => [`## ${name}`, 'x'.repeat(size)];
  const finding = (number: number, size: number) => `### must: finding ${number}\n\n${'y'.repeat(size)}`;
  const page = [
    '# ✗ Nonconformant',
    ...section('Operations', 100),
    '## Findings',
    ...[1, 2, 3, 4].map((number) => finding(number, 3000)),
    ...section('Waivers', 3000),
    'the foot',
  ];

  it('is left alone where it fits', () => {
    expect(fitMarkdown(page, 20_000)).toBe(page.join('\n\n'));
  });

  it('loses the lightest findings first, and says how many and where they are', () => {
    const text = fitMarkdown(page, 14_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(14_000);
    expect(text).toContain('finding 2');
    expect(text).not.toContain('finding 3');
    expect(text).toContain('## Waivers');
    expect(text).toContain(
      '**Cut to 13 KiB:** the last 2 findings of the 4 it would list. Nothing is missing in `report.json`',
    );
    expect(text.endsWith('the foot')).toBe(true);
  });

  it('loses sections from the end when no finding is left, and the verdict never', () => {
    const text = fitMarkdown(page, 6000);
    expect(text).toMatch(
      /^# ✗ Nonconformant\n\n\*\*Cut to 5 KiB:\*\* the last 4 findings of the 4 .* “Waivers”/u,
    );
    expect(text).toContain('## Operations');
  });

  it('stays below the bound of GitHub with thousands of findings of the longest kind', () => {
    const [first, ...others] = sampleRun.operations;
    if (first === undefined) throw new Error('the sample has no operation');
    const [kind] = first.cases.filter(({ findings }) => findings.length > 0);
    if (kind === undefined) throw new Error('the sample has no finding');
    const cases = Array.from({ length: 2000 }, (_, index) => ({
      ...kind,
      findings: kind.findings.map((one) => ({ ...one, expected: `${index} ${'€'.repeat(5000)}` })),
      reason: null,
    }));
    const operations = Array.from({ length: 400 }, () => ({ ...first, cases, because: '€'.repeat(5000) }));
    const text = summary.render(
      { ...sampleRun, operations: [...operations.slice(0, 1), ...others] },
      options,
    );
    expect(Buffer.byteLength(text)).toBeLessThan(900 * 1024);
    const wide = operations.map((one) => ({ ...one, cases: [] }));
    const cut = summary.render({ ...sampleRun, operations: wide }, options);
    expect(Buffer.byteLength(cut)).toBeLessThan(900 * 1024);
    expect(cut).toContain('**Cut to 900 KiB:**');
  });
});
