import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { type Selection, selectOperations } from '../../src/plan/select-operations.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';

function select(selection: Partial<Selection>): readonly string[] {
  return selectOperations(suite, { vendors: [], operations: [], ...selection }).map(({ id }) => id);
}

describe('selectOperations', () => {
  it('takes all of them when nothing is chosen', () => {
    expect(select({})).toEqual(operations.map(({ id }) => id));
  });

  it('takes those of the vendors', () => {
    expect(select({ vendors: ['genesys', 'rocketchat'] })).toEqual([
      'genesys.inviteAgentToChat',
      'rocketchat.registerDepartment',
    ]);
  });

  it('takes an operation by its whole id or by the part after the vendor, each once', () => {
    expect(select({ operations: ['acquire.joinChat', 'sendSms', 'joinChat'] })).toEqual([
      'acquire.joinChat',
      'acquire.sendSms',
    ]);
  });

  it('takes what both filters leave', () => {
    expect(select({ vendors: ['acquire'], operations: ['joinChat'] })).toEqual(['acquire.joinChat']);
  });

  it.each<readonly [Partial<Selection>, string, readonly string[]]>([
    [{ vendors: ['genesis'] }, 'name-unknown', ['There is no vendor "genesis"', 'Did you mean "genesys"?']],
    [
      { operations: ['joinChats'] },
      'name-unknown',
      ['There is no documented operation "joinChats"', 'Did you mean "acquire.joinChat"?'],
    ],
    [{ operations: ['whatever'] }, 'name-unknown', ['"whatever"', 'acquire.sendSms']],
    [
      { vendors: ['genesys'], operations: ['joinChat'] },
      'nothing-selected',
      ['--vendor genesys --operation joinChat', 'Loosen'],
    ],
  ])('refuses %j', (selection, code, says) => {
    let error: unknown;
    try {
      select(selection);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UserError);
    if (!(error instanceof UserError)) return;
    expect(error.code).toBe(code);
    for (const text of says) expect(`${error.message} ${error.hint}`).toContain(text);
  });

  it('refuses an empty suite', () => {
    expect(() => selectOperations({ ...suite, specs: [] }, { vendors: [], operations: [] })).toThrow(
      'an empty suite',
    );
  });
});
