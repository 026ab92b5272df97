import { describe, expect, it } from 'vitest';
import type { FindingChange, ReportChanges } from '../../src/model/changes.ts';
import type { Report } from '../../src/model/report.ts';
import terminal from '../../src/reporters/terminal.reporter.ts';
import { wrapCommand, wrapText } from '../../src/reporters/wrap-text.ts';
import { calmRun, emptyRun, gatedRun, sampleRun } from '../fixtures/sample-run.ts';

const ESCAPE = String.fromCodePoint(0x1b);

const BLANK_CHANGES: ReportChanges = {
  since: { run: 'earlier', startedAt: '2026-03-13T09:25:01.000Z', target: 'mock' },
  counts: { new: 1, changed: 0, fixed: 0, gone: 0 },
  ...{ findings: [], known: [], verdicts: [], readings: [], undocumented: [], doubts: [] },
};

const BLANK_CHANGE: FindingChange = {
  ...{ kind: 'new', operation: '', fingerprint: '', check: 'refusal', pointer: 'response.status' },
  ...{ level: 'must', blame: 'vendor', expected: '4xx', before: null, after: '200', cause: 'observed' },
  because: null,
};

/** Names of a consumer and an operation such as somebody may well have. */
const WIDE: Report = {
  ...calmRun,
  because: `${'会話が届かない。'.repeat(30)} ${'x'.repeat(300)}`,
  reliedOn: {
    standing: 'broken',
    because: '',
    consumers: [
      {
        consumer: 'a-consumer-whose-name-is-far-too-long-for-any-column-会話',
        standing: 'broken',
        brokenBy: [
          {
            operation: 'acquire.joinChat',
            fingerprint: '00aa11bb22c1',
            pointer: `response.body#/${'深い/'.repeat(60)}`,
            why: ['会話'],
          },
        ],
      },
    ],
  },
};

/** How much room a line takes on a screen: two columns for what East Asian scripts are written with, none for accents. */
function columnsOf(line: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f]/gu;
  return [...line.replaceAll(/\p{M}/gu, '').replaceAll(wide, 'xx')].length;
}

describe('terminal', () => {
  it('ends with the verdict, the gate and the one thing to do', () => {
    const lines = terminal.render(sampleRun, { colour: false, columns: 140 }).trimEnd().split('\n');
    const verdict = lines.indexOf('✗ nonconformant');
    expect(verdict).toBeGreaterThan(lines.length - 9);
    expect(lines.slice(verdict).join('\n')).toContain('  gate          must: not met (exit code 1)\n');
    expect(lines.at(-1)).toBe(
      '  next          acquire.inviteAgent: Report the changed type to the vendor with the exchange below; the inviting agent is misled today.',
    );
  });

  it('is calm when all is well', () => {
    expect(terminal.render(calmRun, { colour: false, columns: 100 })).toMatchInlineSnapshot(`
      "   operation                      verdict     document    relied on  passed  failed
      ✓  rocketchat.registerDepartment  conformant  conformant  kept            3       0
         all                                                                    3       0

      Who relies on it
        ✓ desk-console  kept

      ✓ conformant
        target        mock
        judged        1 operation: 1 conformant
                      3 cases: 3 passed, 0 failed
        answer        it conforms to the document, breaks nobody
        because       Everything stated that was looked at held, for each operation.
        gate          must: met (exit code 0)
        next          Nothing: all that could be looked at is as it should be.
      "
    `);
  });

  it('tells of a finding what, where, why and what next', () => {
    const text = terminal.render(sampleRun, { colour: false, columns: 140 });
    expect(text).toContain(
      [
        '✗ must   A request without a required field was not refused',
        '  refusal-missing-field · blame: vendor · 00aa11bb22c2',
        '  where         acquire.inviteAgent response.status',
        '                in without-case-id',
        '  expected      a refusal (4xx), because caseId is required',
        '  actual        200',
        '  source        acquire-invite-agent:23 (stated)',
        '  spec          /paths/~1agent~1invite-agent/post/requestBody/content/application~1json/schema/required',
        '  next          Never leave caseId out: the vendor answers 200 and invites nobody. Report it.',
      ].join('\n'),
    );
  });

  it('tells what is waived, new and known apart', () => {
    const [first, second] = ['00aa11bb22c1', '00aa11bb22c2'];
    const place = { operation: 'acquire.inviteAgent', detail: 'd' };
    const known = [{ ...place, fingerprint: first ?? '' }];
    const fresh = { ...BLANK_CHANGE, ...place, fingerprint: second ?? '' };
    const report = { ...sampleRun, changes: { ...BLANK_CHANGES, known, findings: [fresh] } };
    const text = terminal.render(report, { colour: false, columns: 140 });
    expect(text).toContain('contract-match · blame: vendor · 00aa11bb22c1 · known\n');
    expect(text).toContain('refusal-missing-field · blame: vendor · 00aa11bb22c2 · new\n');
    expect(text).toContain('~ may    The content type is another than documented\n');
  });

  it('names the report, and the command that goes on from there', () => {
    const kept = { folder: 'reports/the run', shown: 'reports/the run/index.html', isLatest: false };
    const lines = terminal.render(sampleRun, { colour: false, columns: 140, kept }).trimEnd().split('\n');
    expect(lines).toContain('  report        reports/the run/index.html');
    expect(lines.at(-1)?.trim()).toBe("livechat-conformance explain 00aa11bb22c1 --run 'reports/the run'");
  });

  it('quotes the document with its indentation', () => {
    const text = terminal.render(sampleRun, { colour: false, columns: 100 });
    expect(text).toContain('                41 |       "sent": false\n');
  });

  it('uses colour only when asked to, and says the same without', () => {
    const plain = terminal.render(sampleRun, { colour: false, columns: 100 });
    const coloured = terminal.render(sampleRun, { colour: true, columns: 100 });
    expect(plain).not.toContain(ESCAPE);
    expect(coloured).toContain(`${ESCAPE}[31m`);
    expect(
      coloured
        .split(ESCAPE)
        .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/u, '')))
        .join('')
        .replaceAll(/ +$/gmu, ''),
    ).toBe(plain);
  });

  it('keeps within every width, wide characters and long names included', () => {
    const widths = Array.from({ length: 20 }, (_, index) => 48 + index * 8);
    const kept = {
      folder: 'reports/会話の記録',
      shown: `reports/会話の記録/${'深い/'.repeat(40)}`,
      isLatest: false,
    };
    for (const columns of widths)
      for (const report of [sampleRun, gatedRun, calmRun, emptyRun, WIDE]) {
        const lines = terminal.render(report, { colour: false, columns, kept }).split('\n');
        expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
      }
  });
});

describe('wrapText', () => {
  it('breaks between words and cuts a word that does not fit', () => {
    expect(wrapText('a longer sentence here', 10)).toEqual(['a longer', 'sentence', 'here']);
    expect(wrapText('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
  });

  it('parts a long name behind one of its signs, the weightier first', () => {
    expect(wrapText('acquire.joinChat/an-agent-joins-an-open-case', 28)).toEqual([
      'acquire.joinChat/',
      'an-agent-joins-an-open-case',
    ]);
    expect(wrapText('an-agent-joins-an-open-case', 16)).toEqual(['an-agent-joins-', 'an-open-case']);
  });

  it('counts what a reader sees, and parts no sign', () => {
    expect(wrapText('会話 会話会話', 8)).toEqual(['会話', '会話会話']);
    expect(wrapText('👩‍👩‍👧'.repeat(5), 8)).toEqual(['👩‍👩‍👧'.repeat(4), '👩‍👩‍👧']);
  });

  it('keeps the blanks inside a line', () => {
    expect(wrapText('41 |       "sent": false', 40)).toEqual(['41 |       "sent": false']);
  });
});

describe('wrapCommand', () => {
  it('can be pasted over several lines', () => {
    expect(wrapCommand('livechat-conformance explain 00aa11bb22c1 --run reports/latest', 40)).toEqual([
      'livechat-conformance explain \\',
      '00aa11bb22c1 --run reports/latest',
    ]);
  });
});
