import { expect, test } from 'vitest';
import { quoteDocuments } from '../../src/cli/quote-documents.ts';
import type { DocumentTexts } from '../../src/load/read-document-texts.ts';
import type { Source } from '../../src/model/source.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { sampleRun } from '../fixtures/sample-run.ts';

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
