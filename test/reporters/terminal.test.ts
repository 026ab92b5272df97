import { describe, expect, it } from 'vitest';
import terminal from '../../src/reporters/terminal.reporter.ts';
import { wrapText } from '../../src/reporters/wrap-text.ts';
import { calmRun, sampleRun } from '../fixtures/sample-run.ts';

const ESCAPE = String.fromCodePoint(0x1b);

describe('terminal', () => {
  it('ends with the verdict, the gate and the one thing to do', () => {
    const lines = terminal.render(sampleRun, { colour: false, columns: 140 }).trimEnd().split('\n');
    const verdict = lines.indexOf('✗ nonconformant');
    expect(verdict).toBeGreaterThan(lines.length - 9);
    expect(lines.slice(verdict).join('\n')).toContain('Gate must: not met (exit code 1)');
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
        desk-console  kept

      ✓ conformant
        It conforms to the document, breaks nobody.
        Everything stated that was looked at held, for each operation.
        Target mock is conformant. 1 operation: 1 conformant. 3 cases: 3 passed, 0 failed.
        Gate must: met (exit code 0)
        next          Nothing: all that could be looked at is as it should be.
      "
    `);
  });

  it('tells of a finding what, where, why and what next', () => {
    const text = terminal.render(sampleRun, { colour: false, columns: 140 });
    expect(text).toContain(
      [
        'must A request without a required field was not refused',
        '  refusal-missing-field · blame: vendor · 00aa11bb22c2',
        '  where         acquire.inviteAgent/without-case-id response.status',
        '  expected      a refusal (4xx), because caseId is required',
        '  actual        200',
        '  source        acquire-invite-agent:23 (stated)',
        '  spec          /paths/~1agent~1invite-agent/post/requestBody/content/application~1json/schema/required',
        '  next          Never leave caseId out: the vendor answers 200 and invites nobody. Report it.',
      ].join('\n'),
    );
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

  it.each([48, 60, 80, 100, 140])('keeps within %i columns', (columns) => {
    const lines = terminal.render(sampleRun, { colour: false, columns }).split('\n');
    expect(lines.filter((line) => [...line].length > columns)).toEqual([]);
  });
});

describe('wrapText', () => {
  it('breaks between words and cuts a word that does not fit', () => {
    expect(wrapText('a longer sentence here', 10)).toEqual(['a longer', 'sentence', 'here']);
    expect(wrapText('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
  });

  it('keeps the blanks inside a line', () => {
    expect(wrapText('41 |       "sent": false', 40)).toEqual(['41 |       "sent": false']);
  });
});
