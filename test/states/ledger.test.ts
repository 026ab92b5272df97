// The ledger on disk: whole or torn, and without a secret.
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { StateMaker } from '../../src/states/establish-states.ts';
import { finishCleanUp } from '../../src/states/finish-clean-up.ts';
import { Ledger } from '../../src/states/ledger.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { establish, runMock } from '../mock/mock-client.ts';
import { meansOn, pause, sendTo } from './mock-tenant.ts';

const HEAD = { run: 'r1', tenant: 'mocked' };
const INTENDED = {
  ...{ vendor: 'acquire', signsInAs: '', says: 'makes it', what: 'thing', marker: 'conformance-r1-1' },
  ...{ values: {}, undo: null, search: null, stays: 'it stays' },
};

function newLedger(): { readonly file: string; readonly ledger: Ledger } {
  const file = join(temporaryFolder(), 'run', 'ledger.ndjson');
  return { file, ledger: Ledger.open(file, HEAD) };
}

describe('a ledger', () => {
  it('has each line on disk when the call returns, for its owner alone', () => {
    const { file, ledger } = newLedger();
    const item = ledger.intend(INTENDED);
    expect(readFileSync(file, 'utf8').split('\n')[1]).toContain('"kind":"intended"');
    ledger.made(item, { thingId: 7 });
    expect(readFileSync(file, 'utf8').split('\n')[2]).toBe('{"kind":"made","item":1,"values":{"thingId":7}}');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is taken up where it was left, under its own numbers and other names', () => {
    const { file, ledger } = newLedger();
    ledger.intend(INTENDED);
    const again = Ledger.open(file, HEAD);
    expect(again.intend(INTENDED)).toBe(2);
    expect(again.items.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect(again.nextNames().marker).not.toBe(ledger.nextNames().marker);
  });

  it.each(['{"kind":"inten', '{"kind":"made","item":1,"values":{"thingId":7}}'])(
    'forgets a last line that came to no end: %s',
    (torn) => {
      const { file, ledger } = newLedger();
      ledger.intend(INTENDED);
      ledger.close();
      const whole = readFileSync(file, 'utf8');
      appendFileSync(file, torn);
      const again = Ledger.reopen(file);
      expect(again.items).toMatchObject([{ outcome: 'unknown' }]);
      again.notMade(1, 'because');
      expect(readFileSync(file, 'utf8')).toBe(`${whole}{"kind":"not-made","item":1,"why":"because"}\n`);
    },
  );

  it('forgets half a character as well', () => {
    const { file, ledger } = newLedger();
    ledger.close();
    const whole = readFileSync(file, 'utf8');
    appendFileSync(file, Buffer.from('{"kind":"ü').subarray(0, -1));
    Ledger.reopen(file).close();
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it.each([
    'no JSON',
    '{"kind":"unheard-of"}',
    '{"kind":"made"}',
    '{"kind":"opened","version":2,"run":"","tenant":""}',
  ])('says which line is damaged rather than miss something: %s', (damage) => {
    const { file, ledger } = newLedger();
    ledger.close();
    appendFileSync(file, `${damage}\n`);
    expect(() => Ledger.reopen(file)).toThrow(UserError);
    expect(() => Ledger.reopen(file)).toThrow(/ledger\.ndjson:2 /);
  });

  it('of a run killed at its first line is empty, and one that is not there is a mistake', async () => {
    const file = join(temporaryFolder(), 'ledger.ndjson');
    writeFileSync(file, '{"kind":"op');
    const report = await finishCleanUp(file, sendTo(() => '').send, []);
    expect(report).toEqual({ run: '', tenant: '', things: [], isClean: true });
    await expect(finishCleanUp(`${file}.other`, sendTo(() => '').send, [])).rejects.toThrow(UserError);
  });

  it('holds no credential, whatever is made and cleaned up', async () => {
    const mock = await runMock();
    const other = establish(mock, 'genesys', ['an agent with an active chat']);
    const own = { authorization: String(other['authorization']) };
    const centre = { 'an agent with an active chat': { contactCenterId: 'cc-1' } };
    const genesys = meansOn(mock, 'genesys', centre, { 'an agent with an active chat': own });
    const acquire = meansOn(mock, 'acquire');
    const { file, ledger } = newLedger();
    const { send } = sendTo(mock.baseUrl);
    const maker = new StateMaker({ means: [genesys, acquire], ledger, send, pause });
    const state = (name: string) => [{ name, params: {} }];
    const chat = await maker.establish({
      ...{ vendor: 'genesys', states: state('an agent with an active chat') },
      wanted: { authorization: '', chatId: '' },
    });
    await maker.establish({ vendor: 'acquire', states: state('a closed case'), wanted: { caseId: 0 } });
    // The login of the state is used, for preparing and for clearing.
    expect(chat).toMatchObject({ kind: 'established', values: own });
    const { isClean } = await finishCleanUp(file, send, [genesys, acquire]);
    expect(isClean).toBe(true);
    const text = readFileSync(file, 'utf8');
    const secrets = [
      own.authorization,
      ...Object.values(genesys.credentials),
      ...Object.values(acquire.credentials),
    ];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    const login = (secret: string) =>
      mock.requests.filter(({ headers }) => headers.some(([, value]) => value === secret));
    expect(login(own.authorization).length).toBeGreaterThan(0);
    expect(login(genesys.credentials['authorization'] ?? '')).toEqual([]);
  });

  it('without the credentials of a vendor leaves its things, and says so', async () => {
    const mock = await runMock();
    const acquire = meansOn(mock, 'acquire');
    const { file, ledger } = newLedger();
    const { send, sent } = sendTo(mock.baseUrl);
    const maker = new StateMaker({ means: [acquire], ledger, send, pause });
    await maker.establish({
      vendor: 'acquire',
      states: [{ name: 'an open case', params: {} }],
      wanted: { caseId: 0 },
    });
    const before = sent.length;
    const { isClean, things } = await finishCleanUp(file, send, []);
    expect(isClean).toBe(false);
    expect(things.map(({ ending }) => ending.kind)).toEqual(['left', 'left']);
    expect(sent.length).toBe(before);
  });
});
