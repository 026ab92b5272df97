// The vendors' texts are not kept here, so each document is stood in for by as many invented lines.
import { describe, expect, it } from 'vitest';
import { compareDocuments, type DocumentComparison } from '../../src/documents/compare-documents.ts';
import { digestWords } from '../../src/documents/document-words.ts';
import type { CitingCheck } from '../../src/model/own-check.ts';
import { suite } from '../fixtures/committed-suite.ts';

const ID = 'acquire-send-message';
const LINES = suite.documents.find(({ id }) => id === ID)?.lines ?? 0;
/** Of `x-user-type`, which is closed: its values stand on this line. */
const USER_TYPE = 21;
/** The name of the required `caseId` with its mark, its type, and what it is. */
const CASE_ID = 53;

/** No two lines have a word in common but for the marks. */
const invented = Array.from({ length: LINES }, (_, index) => {
  const line = index + 1;
  if (line === USER_TYPE) return 'the sender is user or contact here';
  if (line === CASE_ID) return 'alpha53 * (required)';
  return `alpha${line} beta${line} gamma${line} delta${line}`;
});
const pinned = digestWords(invented.join('\n'), LINES);

function compare(lines: readonly string[], ownChecks: readonly CitingCheck[] = []): DocumentComparison {
  const text = lines.join('\n');
  const [comparison] = compareDocuments(suite, [{ id: ID, text, isSame: false, pinned }], ownChecks);
  if (comparison === undefined) throw new Error('no comparison');
  return comparison;
}

function changeLine(number: number, change: (line: string) => string): readonly string[] {
  return invented.map((line, index) => (index + 1 === number ? change(line) : line));
}

const claimsOf = ({ changed }: DocumentComparison) =>
  changed.flatMap(({ citers }) => citers.claims.map(({ id }) => id));

describe('a document set otherwise', () => {
  it.each([
    ['in shorter lines', invented.flatMap((line) => line.split(' '))],
    ['in one paragraph', [invented.join(' ')]],
    ['with lines above it', ['', '', '', ...invented]],
    [
      'with other white space and line ends',
      invented.map((line) => `\t${line.replaceAll(' ', '\u00a0 ')}\r`),
    ],
    ['as a table with markup', invented.map((line) => `| <b>${line}</b> |`)],
    ['with soft hyphens', invented.map((line) => line.replace('alpha', 'al\u00adpha'))],
  ])('%s says the same', (_, lines) => {
    expect(compare(lines)).toMatchObject({ changed: [], added: [], kept: 1 });
  });

  it('has its passages on other lines', () => {
    const { moved } = compare(['', ...invented]);
    expect(moved.length).toBeGreaterThan(50);
    for (const { citers, lines } of moved) expect(lines).toEqual(citers.lines.map((line) => line + 1));
  });
});

describe('a document that says something else', () => {
  it('names the claims, nodes and checks of a required mark that is gone', () => {
    const comparison = compare(changeLine(CASE_ID, () => 'alpha53 (optional)'));
    expect(comparison.changed.map(({ kind }) => kind)).toContain('required-mark');
    expect(claimsOf(comparison)).toContainEqual(
      expect.stringMatching(/^acquire\.addChatMessage\/requiredness\/request\.body#\/caseId/),
    );
    const nodes = comparison.changed.flatMap(({ citers }) => citers.nodes.map(({ at }) => at));
    expect(nodes.some((at) => at.startsWith('acquire.yaml#/components/schemas/ChatMessageRequest'))).toBe(
      true,
    );
    expect(comparison.changed.flatMap(({ citers }) => citers.checks)).toContain('refusal');
  });

  it('names the closed set that has got a value', () => {
    const comparison = compare(
      changeLine(USER_TYPE, (line) => line.replace('or contact', 'or contact or bot')),
    );
    const [change] = comparison.changed;
    expect(change).toMatchObject({
      kind: 'closed-value',
      level: 'must',
      citers: { lines: [USER_TYPE, USER_TYPE] },
    });
    expect(
      change?.passage.fate === 'changed' && change.passage.words.filter(({ isNew }) => isNew),
    ).toMatchObject([{ text: expect.stringMatching(/or|bot/) }, { text: expect.stringMatching(/or|bot/) }]);
    expect(change?.citers.contracts.some((one) => one.startsWith('support-desk: '))).toBe(true);
  });

  it('names what is gone', () => {
    const { changed } = compare(invented.filter((_, index) => index + 1 !== USER_TYPE));
    expect(changed.find(({ kind }) => kind === 'gone')?.citers.lines).toEqual([USER_TYPE, USER_TYPE]);
  });

  it('shows what is new and nothing rests on', () => {
    const { added, changed } = compare([...invented, 'at most ten calls a minute']);
    expect(changed).toEqual([]);
    expect(added).toEqual([{ lines: [LINES + 1, LINES + 1], text: 'at most ten calls a minute' }]);
  });

  it('tells that it is hardly the same page', () => {
    expect(compare(['Access denied', 'Please sign in to read this page']).kept).toBeLessThan(0.1);
  });
});

describe('a check of the user’s own', () => {
  const citing = (id: string, lines: readonly [number, number], document = ID): CitingCheck => ({
    ...{ id: `own-${id}`, from: `desk-checks/${id}.mjs` },
    source: { document, lines, strength: 'stated' },
  });
  const named = ({ changed }: DocumentComparison) =>
    changed.map(({ citers: { lines, ownChecks } }) => [...lines, ...ownChecks.map(({ id }) => id)]);

  it('is named where something in its lines has changed, however many they are, and nowhere else', () => {
    const checks = [
      citing('around-it', [40, 60]),
      citing('below-it', [54, 60]),
      citing('elsewhere', [40, 60], 'acquire-join-chat'),
    ];
    const comparison = compare(
      changeLine(CASE_ID, () => 'alpha53 (optional)'),
      checks,
    );
    expect(named(comparison)).toEqual([[CASE_ID, CASE_ID, 'own-around-it']]);
    expect(comparison.changed[0]?.citers.claims.length).toBeGreaterThan(0);
  });

  // Ours rest on lines 77 and 78 together.
  it('hides nothing of ours by resting on fewer lines', () => {
    const lines = changeLine(77, (line) => line.replace('beta77', 'another'));
    const comparison = compare(lines, [citing('one-line', [77, 77])]);
    expect(claimsOf(comparison).length).toBeGreaterThan(0);
    expect(claimsOf(comparison)).toEqual(claimsOf(compare(lines)));
    expect(named(comparison)).toEqual([[77, 78, 'own-one-line']]);
  });

  it('makes known what has changed in lines that nothing of ours rests on', () => {
    const lines = changeLine(4, (line) => line.replace('beta4', 'another'));
    expect(compare(lines)).toMatchObject({ changed: [], added: [{ lines: [4, 4] }] });
    const comparison = compare(lines, [citing('heading', [3, 4])]);
    expect(named(comparison)).toEqual([[3, 4, 'own-heading']]);
    expect(comparison).toMatchObject({ changed: [{ level: 'must', kind: 'wording' }], added: [] });
  });
});
