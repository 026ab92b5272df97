// Several consumers side by side, and what their pacts rely on that no document says.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReport } from '../../src/cli/read-report.ts';
import type { OperationReport, Report } from '../../src/model/report.ts';
import html from '../../src/reporters/html.reporter.tsx';
import junit from '../../src/reporters/junit.reporter.ts';
import summary from '../../src/reporters/summary.reporter.ts';
import terminal from '../../src/reporters/terminal.reporter.ts';
import { sampleRun } from '../fixtures/sample-run.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const PLACE = {
  operation: 'acquire.joinChat',
  fingerprint: '0123456789ab',
  pointer: 'response.body#/data/id',
  why: [],
};
const CONSUMERS: Report['reliedOn']['consumers'] = [
  { consumer: 'support-desk', standing: 'kept', brokenBy: [] },
  { consumer: 'chat-bot', standing: 'broken', brokenBy: [PLACE] },
  { consumer: 'wallboard', standing: 'unproven', brokenBy: [] },
];

const report: Report = {
  ...sampleRun,
  reliedOn: { standing: 'broken', because: 'chat-bot is broken', consumers: CONSUMERS },
  operations: sampleRun.operations.map(
    (one): OperationReport =>
      one.operation === 'acquire.joinChat'
        ? { ...one, reliedOn: { standing: 'broken', because: 'chat-bot is broken', consumers: CONSUMERS } }
        : { ...one, reliedOn: { standing: 'none', because: 'nobody relies on it', consumers: [] } },
  ),
  pacts: [
    {
      ...{
        consumer: 'chat-bot',
        vendor: 'acquire',
        from: 'bot.json',
        specification: 'V2',
        judged: 2,
        unjudged: 1,
      },
      operations: ['acquire.joinChat'],
      notes: [
        {
          ...{ kind: 'not-documented', place: '/interactions/2', interaction: 'the bot asks for its chats' },
          says: 'no document has GET /chats',
        },
      ],
    },
  ],
};

it('has a shape that is published', () => {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  expect(readReport(file).pacts).toEqual(report.pacts);
});

it.each([
  ['html', html],
  ['summary', summary],
  ['terminal', terminal],
])('%s names every consumer and what is relied on without a document', (_, reporter) => {
  const text = plain(reporter.render(report, { colour: false, columns: 120 }));
  for (const name of ['support-desk', 'chat-bot', 'wallboard']) expect(text).toContain(name);
  expect(text).toContain('relied on, not documented: the bot asks for its chats: no document has GET /chats');
});

it('has a column for each of several consumers on the page, and none for a single one', () => {
  const page = html.render(report, { colour: false, columns: 120 });
  const table = /<section id="consumers".*?<\/section>/s.exec(page)?.[0] ?? '';
  const heads = [...table.matchAll(/<th scope="col">([^<]+)<\/th>/g)].map(([, title]) => title);
  expect(heads).toEqual(['Operation', 'support-desk', 'chat-bot', 'wallboard']);
  const row = /joinChat<\/a>.*?<\/tr>/s.exec(table)?.[0] ?? '';
  const cells = [...row.matchAll(/<td data-label="([^"]+)"[^>]*><span class="pill standing-(\w+)"/g)];
  expect(cells.map(([, consumer, standing]) => [consumer, standing])).toEqual([
    ['support-desk', 'kept'],
    ['chat-bot', 'broken'],
    ['wallboard', 'unproven'],
  ]);
  const alone = { ...report, reliedOn: { ...report.reliedOn, consumers: CONSUMERS.slice(0, 1) } };
  expect(html.render(alone, { colour: false, columns: 120 })).not.toContain('id="consumers"');
});

it('JUnit tells the standing of each consumer', () => {
  const xml = junit.render(report, { colour: false, columns: 120 });
  expect(xml).toContain('<property name="consumer.support-desk" value="kept"/>');
  expect(xml).toContain('<property name="consumer.chat-bot" value="broken 0123456789ab"/>');
});

/** Marks of a format may stand in between, and lines may be broken anywhere. */
function plain(text: string): string {
  return text.replaceAll(/[\\`]/g, '').replaceAll(/\s+/g, ' ');
}
