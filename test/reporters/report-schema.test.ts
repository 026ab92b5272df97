import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import json from '../../src/reporters/json.reporter.ts';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/load/schemas/report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

type Draft = Record<string, unknown> & Record<'operations' | 'defects', Record<string, unknown>[]>;

const UNHARMED = { consumer: 'desk-console', standing: 'broken', brokenBy: [] };

/** The sample, as a reader of the file gets it, free to be spoilt. */
function readSample(): Draft {
  return JSON.parse(json.render(sampleRun, { colour: false, columns: 80 }));
}

describe('the published schema of a report', () => {
  it.each([
    ['the sample', sampleRun],
    ['a calm run', calmRun],
    ['an empty run', emptyRun],
  ])('accepts %s', (_name, report) => {
    validate(JSON.parse(json.render(report, { colour: false, columns: 80 })));
    expect(validate.errors).toBeNull();
  });

  it('accepts a report that was never written', () => {
    expect(validate(sampleRun)).toBe(true);
  });

  it.each<[string, string, (draft: Draft) => void]>([
    ['an unknown field', '', (draft) => Object.assign(draft, { extra: 1 })],
    ['a missing verdict', '', (draft) => delete draft['verdict']],
    ['another version', '/schemaVersion', (draft) => Object.assign(draft, { schemaVersion: 2 })],
    ['an exit code nobody documents', '/exitCode', (draft) => Object.assign(draft, { exitCode: 4 })],
    [
      'a negative count',
      '/operations/0/totals/passed',
      (draft) => Object.assign(draft.operations[0]?.['totals'] ?? {}, { passed: -1 }),
    ],
    [
      'an unknown effect',
      '/operations/0/effects/0',
      (draft) => Object.assign(draft.operations[0] ?? {}, { effects: ['explodes'] }),
    ],
    [
      'a source with one line number',
      '/operations/0/source/lines',
      (draft) => Object.assign(draft.operations[0]?.['source'] ?? {}, { lines: [1] }),
    ],
    [
      'a passed case with a reason',
      '/operations/5/cases/0/reason',
      (draft) => Object.assign(firstCase(draft, 5), { reason: 'why' }),
    ],
    [
      'a failed case without a finding',
      '/operations/0/cases/1/findings',
      (draft) => Object.assign(caseAt(draft, 0, 1), { findings: [] }),
    ],
    [
      'a case not run without a reason',
      '/operations/3/cases/0/reason',
      (draft) => Object.assign(firstCase(draft, 3), { reason: null }),
    ],
    [
      'an exchange result of no kind',
      '/operations/0/exchanges/0/result',
      (draft) => Object.assign(firstExchange(draft), { result: { kind: 'lost' } }),
    ],
    [
      'a broken consumer that nothing breaks',
      '/reliedOn/consumers/0/brokenBy',
      (draft) => Object.assign(draft, { reliedOn: { ...sampleRun.reliedOn, consumers: [UNHARMED] } }),
    ],
    [
      'a request body both as text and bytes',
      '/operations/0/exchanges/0/request/body',
      (draft) => Object.assign(firstExchange(draft)['request'] ?? {}, { body: { text: '', base64: '' } }),
    ],
    [
      'a confirmed claim with a reason',
      '/operations/0/claims/list/0/reason',
      (draft) => Object.assign(claimAt(draft, 0), { reason: 'why' }),
    ],
    [
      'a contradicted claim without a finding',
      '/operations/0/claims/list/1',
      (draft) => delete claimAt(draft, 1)['finding'],
    ],
    [
      'a claim not observed without a reason',
      '/operations/0/claims/list/2',
      (draft) => delete claimAt(draft, 2)['reason'],
    ],
    [
      'a claim of an unknown kind',
      '/operations/0/claims/list/0/kind',
      (draft) => Object.assign(claimAt(draft, 0), { kind: 'rumour' }),
    ],
    [
      'a defect of an unknown kind',
      '/defects/0/kind',
      (draft) => Object.assign(draft.defects[0] ?? {}, { kind: 'mess' }),
    ],
    [
      'a defect without a passage',
      '/defects/0/sources',
      (draft) => Object.assign(draft.defects[0] ?? {}, { sources: [] }),
    ],
    [
      'a defect without readings that shows one',
      '/defects/0/shown',
      (draft) => Object.assign(draft.defects[0] ?? {}, { shown: draft.defects[1]?.['shown'] }),
    ],
  ])('refuses %s', (_name, pointer, spoil) => {
    const draft = readSample();
    spoil(draft);
    expect(validate(draft)).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(pointer);
  });

  it('describes every property it names', () => {
    expect(undescribed(schema, '')).toEqual([]);
  });
});

type Member = Record<string, unknown>;

function listAt(draft: Draft, operation: number, name: string): readonly Member[] {
  const list = draft.operations[operation]?.[name];
  return Array.isArray(list) ? list : [];
}

function caseAt(draft: Draft, operation: number, index: number): Member {
  return listAt(draft, operation, 'cases')[index] ?? {};
}

function claimAt(draft: Draft, index: number): Member {
  const claims = draft.operations[0]?.['claims'];
  const list: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'list') : [];
  return Array.isArray(list) ? (list[index] ?? {}) : {};
}

function firstCase(draft: Draft, operation: number): Member {
  return caseAt(draft, operation, 0);
}

function firstExchange(draft: Draft): Member {
  return listAt(draft, 0, 'exchanges')[0] ?? {};
}

/** Pointers of properties that say neither themselves nor by reference what they are. */
function undescribed(node: unknown, pointer: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${pointer}/${key}`;
    const isProperty = pointer.endsWith('/properties') && !pointer.includes('/allOf/');
    const silent = isProperty && !('description' in value) && !('$ref' in value) && !('const' in value);
    return [...(silent ? [here] : []), ...undescribed(value, here)];
  });
}
