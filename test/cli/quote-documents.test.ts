import { expect, test } from 'vitest';
import { quoteDocuments } from '../../src/cli/quote-documents.ts';
import type { DocumentTexts } from '../../src/load/read-document-texts.ts';
import type { Source } from '../../src/model/source.ts';
import { withChecks } from '../../src/own-checks/with-checks.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { folderOfChecks, MARKED, ownCheck } from '../fixtures/own-checks.ts';
import { sampleRun } from '../fixtures/sample-run.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Texts in which one line of one document has changed. */
function textsWithChange(document: string, line: number): DocumentTexts {
  return {
    quote: ({ document: quoted, lines: [from, to] }) => `${quoted} from ${from} to ${to}`,
    isStale: ({ document: cited, lines: [from, to] }: Pick<Source, 'document' | 'lines'>) =>
      cited === document && from <= line && line <= to,
  };
}

test('the passages of a defect are quoted', () => {
  const { quotations } = quoteDocuments(sampleRun, suite, textsWithChange('none', 1));
  expect(quotations).toContainEqual({
    document: 'acquire-send-message',
    lines: [350, 354],
    text: 'acquire-send-message from 350 to 354',
  });
});

test('a defect whose passage has changed is named', () => {
  const { stale } = quoteDocuments(sampleRun, suite, textsWithChange('rocketchat-register-department', 226));
  expect(stale).toEqual(['defect rocketchat.foreign-messages (rocketchat-register-department:219-226)']);
});

test('a check of somebody\u2019s own whose lines have changed is named', async () => {
  const source = "source: { document: 'acquire-join-chat', lines: [22, 25], strength: 'stated' }";
  const folder = folderOfChecks(temporaryFolder(), {
    'marked.mjs': ownCheck('join-mark', `${source}, ${MARKED}`),
    'bare.mjs': ownCheck('bare-mark', MARKED),
  });
  const withOwn = await withChecks(suite, [folder]);
  const staleAt = (line: number) =>
    quoteDocuments(sampleRun, withOwn, textsWithChange('acquire-join-chat', line)).stale?.filter((place) =>
      place.includes('own-'),
    );
  expect(staleAt(24)).toEqual(['desk-checks/marked.mjs, own-join-mark (acquire-join-chat:22-25)']);
  expect(staleAt(26)).toEqual([]);
});
