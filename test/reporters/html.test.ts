import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import html from '../../src/reporters/html.reporter.tsx';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';
import { observedRun, watchedRun, wholeRun } from '../fixtures/sample-run-whole.ts';

const render = (report: Report) => html.render(report, { colour: false, columns: 80 });
const text = render(sampleRun);
/** Quotes as a reader sees them, for what is said in the text. */
const unquote = (page: string) => page.replaceAll('&quot;', '"');

describe('the page', () => {
  it('allows only the style sheet and the script it carries', () => {
    const [sheet, script] = ['style', 'script'].map(
      (name) => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'u').exec(text)?.[1] ?? '',
    );
    const [styleHash, scriptHash] = [sheet, script].map((each = '') =>
      createHash('sha256').update(each).digest('base64'),
    );
    expect(sheet?.length).toBeGreaterThan(1000);
    expect(text).toContain(
      `content="default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(text).not.toMatch(/ style=|<link/u);
    expect(text.match(/<script/gu)).toHaveLength(1);
  });

  it.each([
    ['mixed', sampleRun],
    ['everything', wholeRun],
    ['recordings', observedRun],
    ['watched', watchedRun],
    ['calm', calmRun],
    ['empty', emptyRun],
  ])('has every id once and no link into the void: %s', (_name, report) => {
    const page = render(report);
    const ids = [...page.matchAll(/ id="([^"]*)"/gu)].map((match) => match[1]);
    const links = [...page.matchAll(/ href="#([^"]*)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it.each(sampleRun.operations.map(({ operation }) => operation))('can be linked to at %s', (operation) => {
    expect(text).toContain(` id="op-${operation}"`);
  });

  it('can be linked to by the fingerprint of every finding', () => {
    for (const { operation, cases } of sampleRun.operations) {
      for (const { fingerprint } of cases.flatMap(({ findings }) => findings)) {
        expect(text).toContain(` id="finding-${operation}-${fingerprint}"`);
      }
    }
  });

  it('leaves out no level of heading', () => {
    const levels = [...text.matchAll(/<h([1-6])/gu)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it('marks the value in the evidence and says what was expected of it', () => {
    expect(unquote(text)).toContain('<mark><span class="key">"waitTime": </span>"14",</mark>');
    expect(text).toContain('← expected integer');
  });

  it('marks what is missing where it is missing from', () => {
    expect(text).toMatch(/<mark>\{<\/mark>.{0,200}← expected the case, as for an agent/u);
  });

  it('marks a place of a notification', () => {
    expect(unquote(text)).toContain(
      '<mark><span class="key">"timestamp": </span>"2014-01-06T12:14:06.007-08:00",</mark>',
    );
  });

  it('shows the cited lines with their numbers', () => {
    expect(unquote(text)).toMatch(/<span class="number">41<\/span> +"sent": false/u);
  });

  it('says which reading the target follows, and when nothing tells', () => {
    expect(text).toContain('Two paths for one operation');
    expect(text).toContain('nothing observed tells which it follows');
  });

  it('says so when nothing was judged', () => {
    expect(render(emptyRun)).toContain('No operation was judged.');
  });

  it('stays readable when an answer is very long, and shows the lines that matter', () => {
    const long = JSON.stringify({
      data: { list: Array.from({ length: 5000 }, (_, index) => index), waitTime: '14' },
    });
    const page = render(withJoinAnswer(long));
    expect(unquote(page)).toContain('<mark><span class="key">"waitTime": </span>"14"</mark>');
    expect(page).toMatch(/… 46\d\d lines not shown/u);
    expect(page.length).toBeLessThan(text.length + 60_000);
  });
});

function withJoinAnswer(body: string): Report {
  const draft: {
    operations: { operation: string; exchanges: { result: { response?: { body: { text: string } } } }[] }[];
  } & Report = JSON.parse(JSON.stringify(sampleRun));
  const response = draft.operations.find(({ operation }) => operation === 'acquire.joinChat')?.exchanges[0]
    ?.result.response;
  if (response === undefined) throw new Error('the sample has no answer to joinChat');
  response.body.text = body;
  return draft;
}
