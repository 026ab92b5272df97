// What the documents get wrong is told whole, cited, and asked for; each rule that says so can fail.
import { describe, expect, test } from 'vitest';
import type { Defect } from '../src/model/defect.ts';
import { suite } from './fixtures/committed-suite.ts';
import { DEFECT_RULES, type DefectLintInput, type DefectRuleName } from './spec-lint/defect-rules.ts';

const COMMITTED: DefectLintInput = { specs: suite.specs, documents: suite.documents };

/** The committed defects with the first one of its kind changed. */
function changed(isMeant: (defect: Defect) => boolean, change: Partial<Defect>): DefectLintInput {
  const meant = suite.specs.flatMap(({ defects }) => defects).find(isMeant);
  const specs = suite.specs.map((spec) => ({
    ...spec,
    defects: spec.defects.map((defect) => (defect === meant ? { ...defect, ...change } : defect)),
  }));
  return { ...COMMITTED, specs };
}

const isTold = ({ reading }: Defect): boolean => reading === null;
const isRead = ({ reading }: Defect): boolean => reading !== null;
const at = (document: string, lines: readonly [number, number]): Partial<Defect> => ({
  sources: [{ says: 'something', source: { document, lines, strength: 'stated' } }],
});

const PLANTED: Readonly<Record<DefectRuleName, readonly (readonly [DefectLintInput, RegExp])[]>> = {
  idsAreUnique: [[changed(isTold, { id: 'genesys.invite-path' }), /genesys\.invite-path is used twice/]],
  idsNameTheirVendor: [
    [changed(isTold, { id: 'nobody.aspect' }), /nobody\.aspect: it is no acquire\.<aspect>/],
  ],
  passagesExist: [
    [changed(isTold, at('lost-page', [1, 1])), /unknown document lost-page/],
    [changed(isTold, at('acquire-invite-agent', [70, 71])), /no lines 70 to 71 among 70/],
    [changed(isTold, at('acquire-invite-agent', [7, 6])), /no lines 7 to 6 among 70/],
    [changed(isTold, at('genesys-chat-invite', [1, 1])), /genesys-chat-invite is not of acquire/],
    [changed(isTold, { sources: [] }), /no passage/],
  ],
  operationsExist: [
    [changed(isTold, { operations: ['acquire.fly'] }), /unknown operation acquire\.fly/],
    [changed(isTold, { operations: [] }), /no operation/],
  ],
  readingsHaveOneDefect: [
    [changed(isRead, { reading: null }), /acquire\.invite-agent-field is the reading of 0 defects/],
    [changed(isTold, { reading: 'acquire.join-method' }), /acquire\.join-method is the reading of 2 defects/],
    [changed(isRead, { reading: 'acquire.lost' }), /acquire\.lost is no ambiguity/],
  ],
  contradictionsHaveTwoSides: [
    [
      changed((one) => one.kind === 'contradiction', at('acquire-invite-agent', [7, 7])),
      /fewer than two sides/,
    ],
  ],
  questionsCanBeSent: [
    [changed(isTold, { question: 'Fix the page.' }), /asks nothing/],
    [changed(isTold, { question: 'is it so?' }), /asks nothing/],
    [changed(isTold, { question: 'It is wrong. Is it so?' }), /more than one sentence/],
    [changed(isTold, { question: 'Why, on earth, is it so?!?' }), /more than one sentence/],
    [changed(isTold, { question: `Is it ${'so '.repeat(70)}?` }), /longer than 200/],
  ],
  textsAreShort: [
    [changed(isTold, { title: 'long '.repeat(17) }), /title is longer than 80/],
    [changed(isTold, { assumed: '' }), /assumed is empty/],
    [changed(isTold, { assumed: 'It is so.' }), /assumed ends as a sentence/],
  ],
};

describe.each(Object.entries(DEFECT_RULES))('%s', (name, rule) => {
  test('holds for the committed defects', () => expect(rule(COMMITTED)).toEqual([]));

  test.each(plantedFor(name))('complains of planted defect %#', (input, complaint) => {
    expect(rule(input).join('\n')).toMatch(complaint);
  });
});

function plantedFor(name: string): readonly (readonly [DefectLintInput, RegExp])[] {
  return Object.entries(PLANTED).find(([rule]) => rule === name)?.[1] ?? [];
}

test('each of the five documents has some', () => {
  const cited = suite.specs.flatMap(({ defects }) =>
    defects.flatMap(({ sources }) => sources.map(({ source }) => source.document)),
  );
  expect([...new Set(cited)].toSorted()).toEqual(
    expect.arrayContaining([
      'acquire-invite-agent',
      'acquire-join-chat',
      'acquire-send-message',
      'genesys-chat-invite',
      'rocketchat-register-department',
    ]),
  );
});

test('a defect with readings tells what they tell', () => {
  const defect = suite.specs.flatMap(({ defects }) => defects).find(({ id }) => id === 'genesys.invite-path');
  expect(defect).toMatchObject({
    title: 'Two paths for one operation',
    operations: ['genesys.inviteAgentToChat'],
    sources: [{ source: { lines: [13, 13] } }, { source: { lines: [27, 27] } }],
    assumed: 'POST /api/v2/me/chats/{id}',
  });
});
