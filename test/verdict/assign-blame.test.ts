// The rules of blame in docs/verdicts.md that need more than the finding itself.
import { describe, expect, it } from 'vitest';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { Intent } from '../../src/model/interaction.ts';
import { levelOf, type Strength } from '../../src/model/source.ts';
import { assignBlame, type BlameContext } from '../../src/verdict/assign-blame.ts';

const ACCEPTED: Intent = { kind: 'accepted', outcome: 'success' };
const REFUSED: Intent = { kind: 'refused', cause: 'missing-field', field: 'body#/name' };

interface Parts extends Partial<Omit<BlameContext, 'subject'>> {
  readonly status?: number;
  readonly intent?: Intent;
  readonly strength?: Strength;
  readonly specPointer?: string;
}

function blamed({ status = 200, intent = ACCEPTED, strength = 'inferred', specPointer, ...context }: Parts) {
  const source = { document: 'example', lines: [3, 3], strength } as const;
  const finding = {
    ...{ pointer: 'response.body#/id', expected: 'type integer', actual: 'absent' },
    ...{ source, level: levelOf(strength) },
  };
  return assignBlame(specPointer === undefined ? finding : { ...finding, specPointer }, {
    check: 'response-body-schema',
    subject: exampleSubject({ status, intent }),
    isRequestBroken: false,
    contradicted: new Set(),
    blamedNearby: [],
    ...context,
  });
}

describe('an answer to a request that is not as documented', () => {
  it.each([
    [399, 'document'],
    [400, 'suite'],
    [499, 'suite'],
    [500, 'vendor'],
  ])('of status %i is the fault of the %s', (status, blame) => {
    expect(blamed({ status, isRequestBroken: true }).blame).toBe(blame);
  });

  it('asks for the request to be corrected', () => {
    expect(blamed({ status: 400, isRequestBroken: true }).next).toContain('the request we send');
  });
});

describe('an answer of which no document speaks', () => {
  it.each([
    [ACCEPTED, 399, 'document'],
    [ACCEPTED, 400, 'vendor'],
    [ACCEPTED, 499, 'vendor'],
    [ACCEPTED, 500, 'vendor'],
    [REFUSED, 400, 'document'],
    [REFUSED, 499, 'document'],
    [REFUSED, 500, 'vendor'],
  ] as const)('to what is to be so: %j, %i is the fault of the %s', (intent, status, blame) => {
    expect(blamed({ intent, status }).blame).toBe(blame);
  });

  it('is the vendor’s fault when something is refused that an example sends', () => {
    const source = { document: 'example', lines: [3, 3], strength: 'shown' } as const;
    const intent: Intent = { ...ACCEPTED, variant: { field: 'body#/name', source } };
    expect(blamed({ intent, status: 400 }).blame).toBe('vendor');
  });
});

describe('a constraint that an example of the document breaks', () => {
  const contradicted = new Set(['/schema/properties/id type integer']);

  it('is the suite’s fault, and the spec is to be corrected', () => {
    const found = blamed({ strength: 'stated', specPointer: '/schema/properties/id', contradicted });
    expect(found.blame).toBe('suite');
    expect(found.next).toContain('Correct the spec');
  });

  it.each([
    ['another place of the spec', '/schema/properties/name'],
    ['no place of the spec', undefined],
  ])('says nothing of %s', (_, specPointer) => {
    const place = specPointer === undefined ? {} : { specPointer };
    expect(blamed({ strength: 'stated', contradicted, ...place }).blame).toBe('vendor');
  });

  it('counts after a request of ours that was refused', () => {
    const at = { specPointer: '/schema/properties/id', contradicted };
    expect(blamed({ status: 400, isRequestBroken: true, ...at }).next).toContain('the request we send');
  });
});

describe('what only a contract found', () => {
  it.each<readonly [BlameContext['blamedNearby'], string]>([
    [[], 'undetermined'],
    [['undetermined'], 'undetermined'],
    [['setup'], 'undetermined'],
    [['document'], 'document'],
    [['document', 'suite'], 'suite'],
    [['document', 'suite', 'vendor'], 'vendor'],
  ])('is the fault of whom the others blame nearby: %j, so %s', (blamedNearby, blame) => {
    for (const check of ['contract', 'contract-told', 'contract-rule-x'])
      expect(blamed({ check, blamedNearby, strength: 'stated' }).blame).toBe(blame);
  });

  it('is judged by its level where another check found it', () => {
    expect(blamed({ check: 'value-echo', strength: 'shown' }).blame).toBe('vendor');
    expect(blamed({ check: 'value-echo', strength: 'inferred' }).blame).toBe('document');
  });
});

describe('notifications that tell of failure where success was asked for', () => {
  const blameOf = (pointer: string, ...kinds: readonly string[]) =>
    assignBlame(
      {
        ...{ pointer, expected: 'a notification', actual: 'none', level: 'should' },
        source: { document: 'example', lines: [3, 3], strength: 'shown' },
      },
      {
        check: 'notification-completeness',
        subject: exampleSubject({ notifications: kinds.map((kind) => ({ kind })) }),
        ...{ isRequestBroken: false, contradicted: new Set(), blamedNearby: [] },
      },
    );

  it('may be the fault of the state that was taken for granted', () => {
    expect(blameOf('notifications.made', 'failed').blame).toBe('setup');
    expect(blameOf('notifications.made', 'failed').next).toContain('held at that moment');
  });

  it.each([
    ['beside those of success', 'notifications.failed', ['made', 'failed']],
    ['and are damaged themselves', 'notifications.failed#/reason', ['failed']],
    ['in no way', 'notifications.made', []],
    ['where a member of the answer has the name of one', 'response.body#/notifications.made', ['failed']],
  ] as const)('are the vendor’s fault: %s', (_, pointer, kinds) => {
    expect(blameOf(pointer, ...kinds).blame).toBe('vendor');
  });
});
