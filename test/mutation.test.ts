// A sample of what `npm run mutation` does in full: each way to contradict each kind of claim once, each benign variant
// once, always the same; and that the command would notice a judge that is blind, or one that complains of anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSurvivors } from '../mutation/find-survivors.ts';
import { openLaboratory } from '../mutation/laboratory.ts';
import { isProof, type MutationResult } from '../mutation/mutation-result.ts';
import { renderMutationTable } from '../mutation/mutation-table.ts';
import { checks } from '../src/generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../src/judges/contract/pact-matcher.ts';
import type { Check } from '../src/model/check.ts';
import { CLAIM_KINDS } from '../src/model/claim.ts';

/** What the documents say of these leaves nothing on the wire, or only in a tenant that lacks something. */
const OFF_THE_WIRE = ['history', 'effect', 'feature'];
/** Kinds of statement that no schema of these documents makes of an answer or can be refused by the mock. */
const NOT_MADE = ['choice', 'limit'];

const PROMISED_OPERATORS = [
  ...['remove', 'rename', 'retype-null', 'retype-integer', 'retype-string', 'stringify', 'wrap', 'unwrap'],
  ...['undocumented-value', 'other-case', 'date-only', 'date-without-zone', 'date-as-words', 'array-for-map'],
  ...[
    'double-encode',
    'truncate',
    'empty-body',
    'null-body',
    'page',
    'content-type-html',
    'content-type-absent',
  ],
  ...['status-201', 'status-500', 'no-content', 'redirect-301', 'redirect-307', 'error-under-success'],
  ...[
    'reset',
    'cut',
    'never',
    'too-slow',
    'rename-keys',
    'another-value',
    'not-refused',
    'answered-as-taken',
  ],
  ...['refused', 'refused-as-documented', 'refused-under-success', 'missing', 'doubled', 'late', 'reordered'],
  ...['about-another-call', 'unknown-label', 'none', 'all-doubled', 'all-late', 'opposite-as-well'],
];

const PROMISED_VARIANTS = [
  ...[
    'extra-member',
    'extra-members-everywhere',
    'keys-reversed',
    'other-ids',
    'other-texts',
    'other-numbers',
  ],
  ...[
    'added-members-of-open-sets',
    'filled-closedBy',
    'filled-dateClosed',
    'emptied-queueOrder',
    'empty-queues',
  ],
  ...[
    'instants-with-offset',
    'instants-in-another-zone',
    'finer-instants',
    'coarser-instants',
    'all-offline',
  ],
  ...['charset-parameter', 'header-capitals', 'gzip', 'deflate', 'brotli', 'chunked-in-odd-places'],
  ...['slow-but-in-time', 'slow-notifications', 'news-of-another-call-before', 'disputed-input-refused'],
  ...['refused-by-a-mark-in-the-body', 'refused-with-a-page'],
];

/** Hundreds of experiments take seconds, and on a machine that does other things as well, a minute. */
const PATIENCE_MS = 180_000;

let matcher: PactMatcher;

beforeAll(async () => {
  matcher = await startPactMatcher();
});

afterAll(() => matcher.close());

function examine(
  tools: readonly Check[],
  scope: Parameters<typeof findSurvivors>[1],
): Promise<MutationResult> {
  return findSurvivors(openLaboratory(matcher, tools), scope, () => {});
}

describe('a sample over every operation', () => {
  let result: MutationResult;

  beforeAll(async () => {
    result = await examine(checks, { isSample: true });
  }, PATIENCE_MS);

  it('names what was broken, and complains of nothing else', () => {
    expect(result.survivors.map(({ id, outcome, found }) => `${outcome} ${id} ${found.join()}`)).toEqual([]);
    expect(result.falseAlarms.map(({ id, found }) => `${id} ${found.join()}`)).toEqual([]);
  });

  it('has every operator and every benign variant that is promised', () => {
    const operators = new Set(result.mutants.map(({ operator }) => operator));
    expect(PROMISED_OPERATORS.filter((name) => !operators.has(name))).toEqual([]);
    const variants = new Set(result.benign.map(({ name }) => name));
    expect(PROMISED_VARIANTS.filter((name) => !variants.has(name))).toEqual([]);
  });

  it('has mutants of every kind of claim that touches the wire', () => {
    const mutated: ReadonlySet<string> = new Set(result.mutants.map(({ kind }) => kind));
    const without = CLAIM_KINDS.filter((kind) => !mutated.has(kind));
    expect(without.filter((kind) => ![...OFF_THE_WIRE, ...NOT_MADE].includes(kind))).toEqual([]);
  });

  it('accounts for every claim without a mutant', () => {
    expect(result.unmutated.filter(({ standing }) => standing === 'unexplained')).toEqual([]);
    expect(result.unmutated.filter(({ reason }) => reason === '')).toEqual([]);
    expect(isProof(result)).toBe(true);
    expect(renderMutationTable(result)).toContain(`${result.mutants.length} named, 0 survivors`);
  });
});

describe('one operation', { timeout: PATIENCE_MS }, () => {
  const operation = 'acquire.inviteAgent';

  it('is proven in full, but for a check that nothing makes fail and one that fails for no reason', async () => {
    const [first] = checks.filter(({ id }) => id === 'response-status');
    if (first === undefined) throw new Error('the checks have other names');
    const toothless: Check = { ...first, id: 'toothless', evaluate: () => [] };
    const fussy: Check = {
      ...first,
      id: 'fussy',
      evaluate: (subject) => (isCompressed(subject) ? complaint(subject) : []),
    };
    const result = await examine([...checks, toothless, fussy], { operation });
    expect(result.survivors).toEqual([]);
    expect(result.unbroken.map(({ check }) => check)).toEqual(['toothless', 'fussy']);
    expect(new Set(result.falseAlarms.map(({ name }) => name))).toEqual(
      new Set(['gzip', 'gzip-and-chunked']),
    );
    expect(isProof(result)).toBe(false);
  });

  it('is not proven by judges that are blind, though they confirm nothing either', async () => {
    const blind = ['value-agreement', 'refusal', 'error-payload'];
    const result = await examine(
      checks.filter(({ id }) => !blind.includes(id)),
      { operation, isSample: true },
    );
    expect(result.survivors.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['agreement', 'requiredness', 'failure-sign']),
    );
    expect(isProof(result)).toBe(false);
  });
});

type Subject = Parameters<Check['evaluate']>[0];

function isCompressed({ exchange: { result } }: Subject): boolean {
  return result.kind === 'response' && result.response.headers.some(([, value]) => value === 'gzip');
}

function complaint({ operation }: Subject): ReturnType<Check['evaluate']> {
  const { source } = operation;
  return [
    { pointer: 'response.header.content-encoding', expected: 'none', actual: 'gzip', source, level: 'may' },
  ];
}
