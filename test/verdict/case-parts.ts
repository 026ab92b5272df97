// Cases and findings in which a test sets only what the verdict may depend on.
import type { Case, Finding } from '../../src/model/finding.ts';

export function finding(parts: Partial<Finding>): Finding {
  return {
    pointer: 'response.body#/id',
    expected: 'an integer',
    actual: 'absent',
    source: { document: 'page', lines: [1, 1], strength: 'shown' },
    level: 'should',
    fingerprint: '0123456789ab',
    detail: 'ba9876543210',
    check: 'response-body-schema',
    blame: 'vendor',
    next: 'ask',
    specPointer: null,
    reliedOnBy: [],
    ...parts,
  };
}

export function oneCase(parts: Partial<Case>): Case {
  const { exchange = 'op/described', check = 'response-body-schema', outcome = 'passed' } = parts;
  const isSaid = outcome === 'passed' || outcome === 'failed';
  return {
    id: `${exchange}/${check}`,
    exchange,
    judge: 'checks',
    check,
    title: 'a title',
    level: 'must',
    outcome,
    reason: isSaid ? null : 'a reason',
    blame: outcome === 'errored' ? 'suite' : null,
    findings: [],
    ...parts,
  };
}

export function failedCase(found: Partial<Finding>, parts: Partial<Case> = {}): Case {
  const one = finding({ check: parts.check ?? 'response-body-schema', ...found });
  return oneCase({ outcome: 'failed', level: one.level, ...parts, findings: [one] });
}
