// What is relied on, by the rules of docs/verdicts.md, for an operation and for each of its consumers.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import { foldReliedOn, worstStanding } from '../../src/verdict/fold-relied-on.ts';
import { foldVerdict } from '../../src/verdict/fold-verdict.ts';
import { joinDocumented, joinReliedOn } from '../../src/verdict/join-operations.ts';
import { failedCase, oneCase } from './case-parts.ts';

const NEEDED = new Set(['op/described', 'op/other']);
const DESK = { consumer: 'desk', exchanges: new Set(['op/described']) };
const KIOSK = { consumer: 'kiosk', exchanges: new Set(['op/other']) };
const OPERATION = 'example.createThing';

const ofContract = { judge: 'contract', check: 'contract' } as const;
const keptByDesk = oneCase(ofContract);
const keptByKiosk = oneCase({ ...ofContract, exchange: 'op/other' });
const kept = [keptByDesk, keptByKiosk];

const fold = (cases: readonly Case[]) => foldReliedOn(OPERATION, cases, NEEDED, [DESK, KIOSK]);
const standings = (cases: readonly Case[]) =>
  fold(cases).consumers.map(({ consumer, standing }) => `${consumer} ${standing}`);

describe('what is relied on', () => {
  it('is kept by what passed of it alone, and says how much that is', () => {
    const besides = [
      oneCase({ check: 'value-echo' }),
      oneCase({ ...ofContract, check: 'contract-rule-x', outcome: 'not-applicable' }),
    ];
    expect(fold([...kept, ...besides])).toMatchObject({
      standing: 'kept',
      because: '2 cases of what is relied on passed',
    });
    expect(fold([keptByDesk]).because).toBe('1 case of what is relied on passed');
  });

  it('is not there where no contract passed or failed', () => {
    for (const cases of [
      [],
      [oneCase({ check: 'value-echo' })],
      [oneCase({ ...ofContract, outcome: 'not-applicable' })],
    ])
      expect(fold(cases)).toMatchObject({
        standing: 'none',
        because: 'no contract has anything to say of it',
      });
  });

  it('is no matter of what other judges could not judge', () => {
    expect(fold([...kept, oneCase({ outcome: 'errored' })]).standing).toBe('kept');
    expect(fold([...kept, oneCase({ check: 'response-status', outcome: 'not-run' })]).standing).toBe('kept');
  });

  it('is open where a contract was not run or errored, or where nothing was sent', () => {
    for (const open of [
      oneCase({ ...ofContract, outcome: 'errored' }),
      oneCase({ ...ofContract, outcome: 'not-run' }),
      oneCase({ check: 'exchange', outcome: 'not-run' }),
    ])
      expect(fold([...kept, open]).standing).toBe('unproven');
  });

  it('is broken whatever else is open, and names what breaks whom', () => {
    const broken = failedCase({ reliedOnBy: ['desk: reads it', 'kiosk: shows it'] });
    const open = oneCase({ ...ofContract, outcome: 'errored' });
    expect(fold([...kept, broken, open])).toMatchObject({
      standing: 'broken',
      because: 'response.body#/id breaks desk, kiosk',
    });
  });

  it('names the places once each, and counts those after the first', () => {
    const broken = (pointer: string) => failedCase({ pointer, reliedOnBy: ['desk: reads it'] });
    const [id, name, size] = [broken('response.body#/id'), broken('response.body#/name'), broken('x#/size')];
    expect(fold([id, id]).because).toBe('response.body#/id breaks desk');
    expect(fold([id, name]).because).toBe('response.body#/id, with 1 other place, breaks desk');
    expect(fold([id, name, size]).because).toBe('response.body#/id, with 2 other places, breaks desk');
  });

  it('is broken for nobody known where no consumer of the contract is', () => {
    const one = failedCase({ level: 'must' }, ofContract);
    expect(foldReliedOn(OPERATION, [one], NEEDED, []).because).toBe(
      'response.body#/id breaks what is relied on',
    );
  });
});

describe('a consumer', () => {
  it('is broken by what it reads and by its own contract, each told once', () => {
    const read = failedCase({ reliedOnBy: ['desk: reads it'] });
    const rule = failedCase(
      { fingerprint: 'aaaaaaaaaaaa', level: 'must', pointer: 'response.status' },
      { ...ofContract, check: 'contract-rule-x' },
    );
    const [desk, kiosk] = fold([...kept, read, read, rule]).consumers;
    expect(desk?.brokenBy).toEqual([
      {
        ...{ operation: OPERATION, fingerprint: '0123456789ab' },
        ...{ pointer: 'response.body#/id', why: ['reads it'] },
      },
      { operation: OPERATION, fingerprint: 'aaaaaaaaaaaa', pointer: 'response.status', why: [] },
    ]);
    expect(kiosk).toEqual({ consumer: 'kiosk', standing: 'kept', brokenBy: [] });
  });

  it('is not broken by what binds nobody, nor by the fault of setup or suite', () => {
    const reliedOnBy = ['desk: reads it'];
    for (const one of [
      failedCase({ reliedOnBy, level: 'may' }),
      failedCase({ reliedOnBy, blame: 'suite' }),
      failedCase({ reliedOnBy, blame: 'setup' }),
    ])
      expect(standings([...kept, one])).toEqual(['desk kept', 'kiosk kept']);
  });

  it('is not broken by what another of a longer name reads', () => {
    expect(standings([...kept, failedCase({ reliedOnBy: ['desktop: reads it'] })])).toEqual([
      'desk kept',
      'kiosk kept',
    ]);
  });

  it('is unproven where its own exchange is open or nothing of its contract passed', () => {
    expect(standings([...kept, oneCase({ ...ofContract, outcome: 'errored' })])).toEqual([
      'desk unproven',
      'kiosk kept',
    ]);
    expect(standings([...kept, oneCase({ check: 'exchange', outcome: 'not-run' })])).toEqual([
      'desk unproven',
      'kiosk kept',
    ]);
    expect(standings([keptByKiosk, oneCase({ check: 'value-echo' })])).toEqual([
      'desk unproven',
      'kiosk kept',
    ]);
    expect(standings([keptByKiosk, oneCase({ ...ofContract, outcome: 'not-applicable' })])).toEqual([
      'desk unproven',
      'kiosk kept',
    ]);
  });

  it('is not open for what other judges could not judge', () => {
    expect(standings([...kept, oneCase({ outcome: 'errored' })])).toEqual(['desk kept', 'kiosk kept']);
  });
});

describe('worstStanding', () => {
  it('is the worst of several, and nobody relies on nothing', () => {
    const order = ['broken', 'unproven', 'kept', 'none'] as const;
    for (const [at, worse] of order.entries())
      for (const other of order.slice(at)) expect(worstStanding([other, worse])).toBe(worse);
    expect(worstStanding([])).toBe('none');
  });
});

describe('the answers of a run', () => {
  const answered = (operation: string, cases: readonly Case[]) => ({
    operation,
    ...foldVerdict(cases, NEEDED, operation, [DESK]),
  });

  it('leave a consumer unproven that is open for one operation and broken for none', () => {
    const open = answered('example.readThing', [oneCase({ ...ofContract, outcome: 'not-run' })]);
    const fine = answered('example.dropThing', [keptByDesk]);
    expect(joinReliedOn([fine, open]).consumers).toEqual([
      { consumer: 'desk', standing: 'unproven', brokenBy: [] },
    ]);
    expect(joinReliedOn([fine, fine]).consumers).toMatchObject([{ standing: 'kept' }]);
  });

  it('give the reason of the first of the worst, and how many are like it', () => {
    const fine = answered('example.dropThing', [keptByDesk]);
    const because = 'example.dropThing: 1 case of what is relied on passed';
    expect(joinReliedOn([fine]).because).toBe(because);
    expect(joinReliedOn([fine, fine, fine]).because).toBe(`${because} (and 2 more)`);
    expect(joinReliedOn([]).because).toBe('no operation was judged');
    expect(joinDocumented([fine]).because).toBe('example.dropThing: 1 binding case passed');
  });
});
