import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { contracts } from '../../src/generated/contracts.ts';
import { loadSuite } from '../../src/load/load-suite.ts';
import { copySuite } from '../fixtures/suite-copy.ts';

describe('a file of defects', () => {
  const ENTRY = '- id: genesys.number-suffix\n  title';
  const refusals: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['an unknown kind', 'kind: damage', 'kind: mess', ['genesys.yaml#/1/kind: ', '"mess"', '"damage"']],
    ['no id', ENTRY, '- title', ['genesys.yaml#/13: ', 'no "id"']],
    [
      'a reading told once more',
      '  reading: genesys.invite-path\n',
      '  reading: genesys.invite-path\n  title: Two paths\n',
      ['genesys.yaml#/0: ', '"title"', 'no such member'],
    ],
    [
      'a reading that is not there',
      'reading: genesys.invite-path',
      'reading: genesys.invite-road',
      ['genesys.yaml#/0/reading: ', '"genesys.invite-road"', 'readings/genesys.yaml'],
    ],
    [
      'an operation that is not there',
      'operations: [genesys.inviteAgentToChat]',
      'operations: [genesys.participantsUpdated]',
      ['genesys.yaml#/13/operations/0: ', '"genesys.participantsUpdated"', 'genesys.yaml'],
    ],
  ];

  function problem(found: string, planted: string): unknown {
    const copy = copySuite();
    copy.edit('specs/defects/genesys.yaml', found, planted);
    try {
      return loadSuite(copy, contracts);
    } catch (error) {
      return error;
    }
  }

  test.each(refusals)('is refused for %s', (_, found, planted, says) => {
    const error = problem(found, planted);
    expect(error).toBeInstanceOf(UserError);
    if (!(error instanceof UserError)) return;
    expect(error.code).toBe('file-invalid');
    for (const text of says) expect(error.message).toContain(text);
  });

  test('is refused for an unlisted document', () => {
    const error = problem('document: genesys-chat-invite', 'document: hearsay');
    expect(error).toMatchObject({ code: 'source-unknown', message: expect.stringContaining('"hearsay"') });
    expect(String(error)).toContain('genesys.yaml#/13/source/0/document');
  });

  test('may be missing: a vendor then has no defects', () => {
    const copy = copySuite();
    copy.remove('specs/defects/genesys.yaml');
    const loaded = loadSuite(copy, contracts);
    expect(loaded.specs.find(({ vendor }) => vendor === 'genesys')?.defects).toEqual([]);
  });
});
