// Who is at fault when a variant is refused: as strongly as the document allows it.
import { expect, it } from 'vitest';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { RawFinding } from '../../src/model/finding.ts';
import { levelOf, type Strength } from '../../src/model/source.ts';
import { assignBlame } from '../../src/verdict/assign-blame.ts';

const ALONE = { isRequestBroken: false, contradicted: new Set<string>(), blamedNearby: [] };

const EXPECTED = { stated: 'vendor', shown: 'vendor', inferred: 'document' } as const;

it.each(['stated', 'shown', 'inferred'] as const)('of a variant that is %s', (strength: Strength) => {
  const source = { document: 'example', lines: [3, 3], strength } as const;
  const variant = { field: 'body#/name', source };
  const subject = exampleSubject({ intent: { kind: 'accepted', outcome: 'success', variant }, status: 400 });
  const finding: RawFinding = {
    ...{ pointer: 'response.status', expected: '200', actual: '400' },
    ...{ source, level: levelOf(strength) },
  };
  expect(assignBlame(finding, { check: 'response-status', subject, ...ALONE }).blame).toBe(
    EXPECTED[strength],
  );
});

it('a server that fails at one is at fault whatever allows it', () => {
  const source = { document: 'example', lines: [3, 3], strength: 'inferred' } as const;
  const variant = { field: 'body#/name', source };
  const subject = exampleSubject({ intent: { kind: 'accepted', outcome: 'success', variant }, status: 500 });
  const finding: RawFinding = {
    ...{ pointer: 'response.status', expected: '200', actual: '500' },
    ...{ source, level: 'may' },
  };
  expect(assignBlame(finding, { check: 'response-status', subject, ...ALONE }).blame).toBe('vendor');
});
