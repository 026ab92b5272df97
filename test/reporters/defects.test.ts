import { describe, expect, it } from 'vitest';
import { DEFECT_KINDS } from '../../src/model/defect.ts';
import type { Report } from '../../src/model/report.ts';
import { defectsLabel, shownSentences } from '../../src/reporters/defect-text.ts';
import html from '../../src/reporters/html.reporter.tsx';
import summary from '../../src/reporters/summary.reporter.ts';
import terminal from '../../src/reporters/terminal.reporter.ts';
import { calmRun, sampleRun } from '../fixtures/sample-run.ts';

const options = { colour: false, columns: 140 };
const COUNTS = '5 defects: 1 contradictory, 1 ambiguous, 1 silent, 1 mislabelled, 1 damaged';
const page = html.render(sampleRun, options);

function sentencesOf(id: string): readonly string[] {
  const defect = sampleRun.defects.find((one) => one.id === id);
  return defect === undefined ? [] : shownSentences(defect);
}

/** The page from one anchor to the next. */
function entryOf(id: string): string {
  return page.split('<section class="reading" id="defect-').find((part) => part.startsWith(id)) ?? '';
}

describe('the sample run', () => {
  it('has a defect of every kind', () => {
    expect(new Set(sampleRun.defects.map(({ kind }) => kind))).toEqual(new Set(DEFECT_KINDS));
  });
});

describe('the count of defects', () => {
  it('names the kinds that occur', () => {
    expect(defectsLabel(sampleRun.defects)).toBe(COUNTS);
    expect(defectsLabel(sampleRun.defects.slice(0, 1))).toBe('1 defect: 1 damaged');
    expect(defectsLabel([])).toBe('0 defects');
  });

  it.each([terminal, summary, html])('is in $name once', ({ render }) => {
    expect(render(sampleRun, options).split(COUNTS)).toHaveLength(2);
  });

  it.each([terminal, summary, html])('is not in $name where there is none', ({ render }) => {
    expect(render(calmRun, options)).not.toMatch(/ defects?[:.]|get wrong/);
  });
});

describe('what this target showed of a defect', () => {
  it('is what the readings came to, operation by operation', () => {
    expect(sentencesOf('acquire.thread-id')).toEqual([
      'acquire.addChatMessage: follows the reading “first-case”, as threadId is 1875',
      'acquire.joinChat: nothing observed tells',
    ]);
  });

  it('is nothing where there are no readings, or none was judged', () => {
    expect(sentencesOf('genesys.reference-id')).toEqual(['no readings of it are told apart on the wire']);
    expect(sentencesOf('genesys.timestamp-unit')).toEqual(['none of its operations was judged']);
  });
});

describe('the page', () => {
  it('folds the defects of each document away under their counts', () => {
    const section = page.slice(
      page.indexOf('<section id="defects"'),
      page.indexOf('<section id="documents"'),
    );
    expect(
      [...section.matchAll(/<details class="fold"><summary>([^<]*)<code>([^<]*)/g)].map(([, ...it]) => it),
    ).toEqual([
      ['Invite Agent ', 'acquire-invite-agent'],
      ['Send a message ', 'acquire-send-message'],
      ['Invite ', 'genesys-chat-invite'],
    ]);
    expect(section).not.toContain('<details open');
    expect(section).toContain('2 defects: 1 contradictory, 1 ambiguous');
  });

  it('has with each defect the passage, the quotation, the assumption, what was shown, and the sentence', () => {
    const entry = entryOf('acquire.invite-answer-cut');
    expect(entry).toContain('acquire-invite-agent:38-42 (shown in an example)');
    expect(entry).toMatch(/<span class="number">39<\/span> +&quot;userId&quot;: 11/);
    expect(entry).toContain('<dd>nothing but braces is missing ');
    expect(entry).toContain('no readings of it are told apart on the wire');
    expect(entry).toContain('<strong>Could you publish the whole answer?</strong>');
  });

  it('shows where a long passage begins and ends', () => {
    const text = Array.from({ length: 13 }, (_, index) => `line ${index}`).join('\n');
    const [first, ...others] = sampleRun.defects;
    if (first === undefined) throw new Error('the sample has no defect');
    const source = { document: 'acquire-join-chat', lines: [1, 13], strength: 'shown' } as const;
    const long: Report = {
      ...sampleRun,
      defects: [{ ...first, sources: [{ source, says: 'much' }] }, ...others],
      quotations: [{ document: 'acquire-join-chat', lines: [1, 13], text }],
    };
    const quote = /<pre class="quote">.*?<\/pre>/s.exec(html.render(long, options))?.[0];
    const numbers = [...(quote ?? '').matchAll(/class="number">(\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 9, 10, 11, 12, 13]);
    expect(quote).toContain('… 3 lines not shown');
  });
});
