import { describe, expect, it } from 'vitest';
import schema from '../../src/load/schemas/report.schema.json' with { type: 'json' };
import { CLAIM_KINDS } from '../../src/model/claim.ts';
import html from '../../src/reporters/html.reporter.tsx';
import { calmRun, sampleRun } from '../fixtures/sample-run.ts';

const page = html.render(sampleRun, { colour: false, columns: 80 });
const table =
  /<caption class="unseen">Claims of acquire\.inviteAgent<\/caption>(.*?)<\/table>/s.exec(page)?.[1] ?? '';
const rows = table.split('<tr').slice(2);

describe('the claims on the page', () => {
  it('come one a row, the contradicted first and the confirmed last', () => {
    const words = rows.map((row) => /claim-([a-z-]+)"/.exec(row)?.[1]);
    expect(words).toEqual(['contradicted', 'not-observed', 'untestable', 'confirmed']);
  });

  it('lead from a contradicted one to the finding', () => {
    const link = /href="#(finding-[^"]+)"/.exec(rows[0] ?? '')?.[1];
    expect(link).toBe('finding-acquire.inviteAgent-00aa11bb22d1');
    expect(page).toContain(`id="${link}"`);
  });

  it('say why one was not observed, and show text from outside as text', () => {
    expect(rows[1]).toContain('no request sends it &lt;script>');
    expect(page).not.toContain('<script>document.title');
  });

  it('leave an operation without any alone', () => {
    const calm = html.render(calmRun, { colour: false, columns: 80 });
    expect(calm).not.toContain('Claims of');
    expect(page.match(/Claims of/g)).toHaveLength(1);
  });
});

it('the published schema knows every kind of claim', () => {
  expect(schema.$defs.claim.properties.kind.enum).toEqual([...CLAIM_KINDS]);
});
