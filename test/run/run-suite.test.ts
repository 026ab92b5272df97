import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { packageRoot } from '../../src/load/package-root.ts';
import { isJsonObject, type Json } from '../../src/model/json.ts';
import type { Report, Totals } from '../../src/model/report.ts';
import { operations } from '../fixtures/committed-suite.ts';
import { carryOut as carryOutWith, type Ran, type RunWish } from './carried-out.ts';

const ALL = operations.map(({ id }) => id);
const TWO = ['acquire.joinChat', 'genesys.inviteAgentToChat'];
const SCHEMA = readFileSync(join(packageRoot(), 'src', 'load', 'schemas', 'report.schema.json'), 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(SCHEMA));

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

function carryOut(wish: RunWish): Promise<Ran> {
  return carryOutWith(wish, matcher);
}

function expectSound({ plan, report }: Ran): void {
  validate(JSON.parse(JSON.stringify(report)));
  expect(validate.errors).toBeNull();
  for (const { cases, totals } of report.operations) {
    expect(totals.planned).toBe(cases.length);
    expect(sumOf(totals)).toBe(totals.planned);
  }
  const all = report.operations.flatMap(({ cases }) => cases);
  expect(sumOf(report.totals)).toBe(report.totals.planned);
  expect(report.totals.planned).toBe(all.length);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id } of plan.exchanges)
    expect(
      all.some(({ exchange }) => exchange === id),
      id,
    ).toBe(true);
}

function sumOf(totals: Totals): number {
  return totals.passed + totals.failed + totals['not-applicable'] + totals['not-run'] + totals.errored;
}

function lineKinds(journal: readonly Json[]): readonly string[] {
  return journal.map((line) => (isJsonObject(line) && typeof line['kind'] === 'string' ? line['kind'] : ''));
}

function unsent({ operations: reports }: Report) {
  return reports.flatMap(({ cases }) => cases).filter(({ check }) => check === 'exchange');
}

describe('a run on vendors that keep to their documents', () => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await carryOut({ operations: ALL });
  });

  it('ends with a sound report in which nothing failed, and each exchange in the journal', () => {
    expectSound(ran);
    expect(ran.report.operations.map(({ operation }) => operation)).toEqual(ALL);
    expect(new Set(ran.report.operations.map(({ verdict }) => verdict))).toEqual(new Set(['conformant']));
    expect(ran.report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
    expect(ran.report.totals.failed).toBe(0);
    expect(ran.report.totals.errored).toBe(0);
    const planned = ran.plan.exchanges.filter(({ kind }) => kind === 'planned');
    expect(unsent(ran.report).length).toBe(ran.plan.exchanges.length - planned.length);
    // Attachments are a list, and nothing says of what.
    for (const { reason } of unsent(ran.report))
      expect(reason).toMatch(/^no document tells what a member of /);
    const kinds = lineKinds(ran.journal);
    expect(kinds.filter((kind) => kind === 'sending').length).toBe(planned.length);
    expect(kinds.filter((kind) => kind === 'exchange').length).toBe(planned.length);
  });

  it('leaves no credential in the journal or in the report', () => {
    const { plan, report, journal } = ran;
    const secrets = plan.exchanges.flatMap((one) => (one.kind === 'planned' ? one.masks : []));
    expect(new Set(secrets.map(({ shown }) => shown))).toEqual(
      new Set(['[secret:apiKey]', '[secret:authorization]', '[secret:authToken]', '[secret:userId]']),
    );
    const written = JSON.stringify([report, journal]);
    for (const { secret } of secrets) expect(written).not.toContain(secret);
    for (const { shown } of secrets) expect(written).toContain(shown);
  });

  it('lists every exchange of an operation in the order it was sent', () => {
    const { plan, report } = ran;
    for (const { operation, exchanges } of report.operations) {
      const sent = plan.exchanges.filter((one) => one.kind === 'planned' && one.operation === operation);
      expect(exchanges.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    }
  });

  it('says which reading of each contradiction the target follows', () => {
    const invite = ran.report.operations.find(({ operation }) => operation === 'genesys.inviteAgentToChat');
    const path = invite?.readings.find(({ ambiguity }) => ambiguity === 'genesys.invite-path');
    expect(path).toMatchObject({
      follows: 'agent-path',
      evidence: expect.stringContaining('/api/v2/me/chats/'),
    });
  });
});

describe('a run on a vendor that does not', () => {
  it('finds it, and fails the run', async () => {
    const ran = await carryOut({ operations: ['acquire.joinChat'], faults: ['acquire.join-id-text'] });
    expectSound(ran);
    expect(ran.report).toMatchObject({ verdict: 'nonconformant', exitCode: 1 });
    const pointers = ran.report.operations[0]?.cases.flatMap(({ findings }) =>
      findings.map(({ pointer }) => pointer),
    );
    expect(pointers).toContain('response.body#/data/id');
    expect(ran.report.operations[0]?.because).toContain('response.body#/data/id');
  });

  it('is not proven where it cannot be reached as it should', async () => {
    const ran = await carryOut({ operations: ['acquire.joinChat'], faults: ['any.refuses-credentials'] });
    expectSound(ran);
    expect(ran.report).toMatchObject({ verdict: 'unproven', exitCode: 3 });
    const cases = ran.report.operations.flatMap((operation) => operation.cases);
    const failed = cases.filter(({ outcome }) => outcome === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(new Set(failed.map(({ check }) => check))).toEqual(new Set(['request-admission']));
    const blames = failed.flatMap(({ findings }) => findings.map(({ blame }) => blame));
    expect(new Set(blames)).toEqual(new Set(['setup']));
  });
});

describe('a run that is interrupted', () => {
  it('ends with 130, a sound report, and a case for each request that was not sent', async () => {
    const ran = await carryOut({ operations: TWO, interruptAt: 3 });
    expectSound(ran);
    expect(ran.report.exitCode).toBe(130);
    expect(ran.report.run.interrupted).toBe(true);
    const left = unsent(ran.report);
    expect(left.length).toBeGreaterThanOrEqual(ran.plan.exchanges.length - 3);
    for (const one of left)
      expect(one).toMatchObject({
        outcome: 'not-run',
        reason: expect.stringContaining('interrupted'),
        findings: [],
      });
    expect(left.length + ran.report.operations.flatMap(({ exchanges }) => exchanges).length).toBe(
      ran.plan.exchanges.length,
    );
  });

  it('keeps in its journal that a request left whose answer is not known', async () => {
    const { journal, report } = await carryOut({
      operations: ['acquire.joinChat'],
      faults: ['any.never-answers'],
      interruptAt: 1,
    });
    expect(lineKinds(journal).filter((kind) => kind !== 'unsent')).toEqual(['sending']);
    expect(unsent(report)[0]?.reason).toBe('the run was interrupted before an answer came');
  });

  it('sends nothing when it was interrupted before it began', async () => {
    const { journal, plan, report } = await carryOut({ operations: ['acquire.joinChat'], interruptAt: 0 });
    expect(new Set(lineKinds(journal))).toEqual(new Set(['unsent']));
    expect(journal.length).toBe(plan.exchanges.length);
    expect(unsent(report).length).toBe(plan.exchanges.length);
  });

  it('is never conformant', async () => {
    const { report } = await carryOut({ operations: ['acquire.joinChat'], interruptAt: 1 });
    expect(report.operations.map(({ verdict }) => verdict)).toEqual(['unproven']);
    expect(report.operations.flatMap(({ exchanges }) => exchanges)).toEqual([]);
  });
});

describe('a run of nothing', () => {
  it('is unproven, and its report sound', async () => {
    const ran = await carryOut({ operations: [] });
    expectSound(ran);
    expect(ran.report).toMatchObject({ verdict: 'unproven', exitCode: 3, totals: { planned: 0 } });
  });
});
