import { describe, expect, it } from 'vitest';
import { pageScript } from '../../src/generated/page-script.ts';
import { hostile } from '../fixtures/sample-run-hostile.ts';
import { loadReporter, reporterFiles } from './every-reporter.ts';
import { poisoned } from './poisoned-run.ts';

const options = { colour: false, columns: 100 };
const ACTIVE = /[\p{Cs}\u2028\u2029\ufffe]|[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u;

const reporters = await Promise.all(reporterFiles().map(loadReporter));

describe.each(reporters)('$name, of a report that is hostile throughout', ({ name, render }) => {
  const text = render(poisoned, options);

  it('holds no control, bidirectional or unencodable character', () => {
    expect(ACTIVE.exec(text)).toBeNull();
  });

  it('shows the harmless part of the text', () => {
    expect(text.replaceAll('\\', '')).toMatch(name.startsWith('badge') ? /conformance live/u : /invoice/u);
  });

  it('obeys no command of a log', () => {
    if (name !== 'terminal') return;
    expect(text).not.toMatch(/^\s*::/mu);
  });
});

describe('html, of hostile text', () => {
  it('has no element, attribute or address of theirs', async () => {
    const { render } = await loadReporter('html.reporter.tsx');
    const text = render(poisoned, options);
    const ours = `<script>${pageScript}</script>`;
    expect(text.replace(ours, '')).not.toMatch(/<script|<img|<b>|<failure/iu);
    expect(text).not.toMatch(/(?:href|src)="(?!#)/u);
    expect(text).toContain('&lt;script>');
  });
});

describe('json, of hostile text', () => {
  it('keeps every character, so that the evidence can be judged again', async () => {
    const { render } = await loadReporter('json.reporter.ts');
    expect(JSON.parse(render(poisoned, options))).toEqual(JSON.parse(JSON.stringify(poisoned)));
  });
});

describe('summary, of hostile text', () => {
  it('has no markup of theirs outside code', async () => {
    const { render } = await loadReporter('summary.reporter.ts');
    const prose = withoutCode(render(poisoned, options));
    expect(prose).not.toMatch(/(?<!\\)[[\]<](?!br>)/u);
    expect(prose).not.toMatch(/@everyone|#1/u);
    expect(prose).not.toContain(hostile.markdown);
  });

  it('keeps every row of the table whole', async () => {
    const { render } = await loadReporter('summary.reporter.ts');
    const rows = render(poisoned, options)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows.length).toBe(poisoned.operations.length + 3);
    for (const row of rows) expect(row.match(/(?<!\\)\|/gu)?.length).toBe(12);
  });
});

/** Code spans as CommonMark delimits them: a run of backticks up to the next run of the same length. */
function withoutCode(markdown: string): string {
  return markdown.replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu, '');
}
