import { describe, expect, it } from 'vitest';
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
