import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import type { Json } from '../../src/model/json.ts';
import { openEvidenceJournal } from '../../src/targets/evidence-journal.ts';
import { readEvidence } from '../../src/targets/read-evidence.ts';
import { exchange, planned } from '../fixtures/exchange-parts.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

function linesOf(file: string): readonly (Json | 'torn')[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines.at(-1)).toBe('');
  return lines.slice(0, -1).map((line) => {
    try {
      return JSON.parse(line);
    } catch {
      return 'torn';
    }
  });
}

describe('the journal', () => {
  it('has each line on disk as soon as it is told', () => {
    const file = join(temporaryFolder(), 'evidence.ndjson');
    const journal = openEvidenceJournal(file);
    const sending = { kind: 'sending', id: 'example.createThing/one', operation: 'example.createThing' };
    expect(readFileSync(file, 'utf8')).toBe('');
    journal.sending(planned());
    expect(linesOf(file)).toEqual([sending]);
    journal.obtained(exchange());
    expect(linesOf(file)).toEqual([sending, { kind: 'exchange', exchange: exchange() }]);
    journal.close();
  });

  it('does not tell what is sent before it is known what came of it', () => {
    const file = join(temporaryFolder(), 'evidence.ndjson');
    const journal = openEvidenceJournal(file);
    journal.sending(planned({ masks: [{ secret: 'k-123456', shown: '[secret:apiKey]' }] }));
    journal.close();
    expect(readFileSync(file, 'utf8')).not.toContain('headers');
  });

  it('tells the answer that counts from those it has superseded', () => {
    const file = join(temporaryFolder(), 'evidence.ndjson');
    const journal = openEvidenceJournal(file);
    const reading = { ambiguity: 'example.path', reading: 'sample' };
    const [first, second] = [exchange({ id: 'one' }), exchange({ id: 'one', timing: { responseMs: 7 } })];
    journal.sending(planned({ id: 'one' }));
    journal.obtained(first, { superseded: true });
    // Cut off here, nobody knows what came of the second request.
    expect(readEvidence(file).get('one')).toEqual({ kind: 'unknown' });
    journal.obtained(second, { stateValues: { caseId: 1 }, reading });
    journal.close();
    expect(readEvidence(file).get('one')).toEqual({
      ...{ kind: 'obtained', exchange: second, superseded: [first], stateValues: { caseId: 1 }, reading },
    });
    expect(readEvidence(join(temporaryFolder(), 'none')).size).toBe(0);
  });

  it('keeps a line of several megabytes whole', () => {
    const file = join(temporaryFolder(), 'evidence.ndjson');
    const journal = openEvidenceJournal(file);
    const text = 'ü'.repeat(2_000_000);
    const result = { kind: 'response', response: { status: 200, headers: [], body: { text } } } as const;
    journal.obtained(exchange({ result }));
    journal.obtained(exchange());
    journal.close();
    expect(linesOf(file)).toEqual([
      { kind: 'exchange', exchange: exchange({ result }) },
      { kind: 'exchange', exchange: exchange() },
    ]);
  });

  it('goes on after a line that a crash tore, and tears no other with it', () => {
    const file = join(temporaryFolder(), 'evidence.ndjson');
    const before = openEvidenceJournal(file);
    before.obtained(exchange({ id: 'first' }));
    before.close();
    appendFileSync(file, '{"kind":"exchange","exch');
    const after = openEvidenceJournal(file);
    after.obtained(exchange({ id: 'second' }));
    after.close();
    expect(linesOf(file)).toMatchObject([
      { exchange: { id: 'first' } },
      'torn',
      { exchange: { id: 'second' } },
    ]);
  });

  it('takes nothing more once it is closed, and writes it into no other file', () => {
    const folder = temporaryFolder();
    const journal = openEvidenceJournal(join(folder, 'evidence.ndjson'));
    journal.close();
    const other = openEvidenceJournal(join(folder, 'other.ndjson'));
    journal.obtained(exchange());
    other.close();
    expect(readFileSync(join(folder, 'other.ndjson'), 'utf8')).toBe('');
    expect(readFileSync(join(folder, 'evidence.ndjson'), 'utf8')).toBe('');
  });

  it('can be read by nobody else', () => {
    const file = join(temporaryFolder(), 'evidence.ndjson');
    openEvidenceJournal(file).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('says where it cannot be written', () => {
    const file = join(temporaryFolder(), 'no', 'such', 'folder', 'evidence.ndjson');
    expect(() => openEvidenceJournal(file)).toThrow(UserError);
    expect(() => openEvidenceJournal(file)).toThrow(`${file} cannot be written`);
  });
});
