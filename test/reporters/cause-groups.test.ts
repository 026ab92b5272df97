import { describe, expect, it } from 'vitest';
import type { Case, Finding } from '../../src/model/finding.ts';
import { groupCauses } from '../../src/reporters/cause-groups.ts';
import { inviteAgent } from '../fixtures/sample-run-acquire-invite.ts';
import { cite, failed, makeFinding } from '../fixtures/sample-run-builder.ts';

let next = 0;

function seen(judge: Case['judge'], check: string, rest: Partial<Finding>, exchange = 'invite'): Case {
  next += 1;
  const subject = { exchange, judge, check, title: check, level: 'must' } as const;
  const finding = makeFinding({
    fingerprint: next.toString(16).padStart(12, '0'),
    check,
    pointer: 'response.body#/data/kind',
    expected: 'agent',
    actual: 'visitor',
    level: 'must',
    blame: 'vendor',
    next: 'Tell the vendor.',
    source: cite('acquire-invite-agent', 38, 42, 'shown'),
    ...rest,
  });
  return failed(subject, [finding]);
}

/** Checks of each cause. */
function causesOf(...cases: readonly Case[]): readonly (readonly string[])[] {
  return groupCauses({ ...inviteAgent, cases }).map(({ groups }) =>
    groups.map(({ finding }) => finding.check),
  );
}

describe('groupCauses', () => {
  it('makes one cause of what two judges see at one place', () => {
    const contract = seen('contract', 'contract-match', {});
    const schema = seen('schema', 'response-body-schema', { level: 'should', expected: 'one of agent, bot' });
    expect(causesOf(schema, contract)).toEqual([['contract-match', 'response-body-schema']]);
  });

  it('takes for one what is expected as the value that differs', () => {
    const echo = seen('checks', 'value-echo', {});
    const agreement = seen('checks', 'value-agreement', {
      pointer: 'response.body#/data/sender/kind',
      expected: '"visitor" (string) as /data/kind',
    });
    expect(causesOf(echo, agreement)).toEqual([['value-echo', 'value-agreement']]);
  });

  it.each([
    ['another place', seen('contract', 'contract-match', { pointer: 'response.body#/data/id' })],
    ['another party', seen('contract', 'contract-match', { blame: 'document' })],
    ['another request', seen('contract', 'contract-match', {}, 'probe')],
    [
      'what is excused',
      seen('contract', 'contract-match', {
        waiver: { reason: 'r', owner: 'o', ticket: 't', expires: '2026-04-01' },
      }),
    ],
  ])('keeps %s apart', (_what, other) => {
    expect(causesOf(seen('schema', 'response-body-schema', {}), other)).toHaveLength(2);
  });
});
