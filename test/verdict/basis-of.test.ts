// Two reports are of the same basis when the specs and contracts that judged them say the same (docs/drift.md).
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { Contract, ContractRule } from '../../src/model/contract.ts';
import type { HttpInteraction, MessageInteraction } from '../../src/model/interaction.ts';
import type { BroughtCheck } from '../../src/model/own-check.ts';
import type { Ambiguity } from '../../src/model/reading.ts';
import type { Spec } from '../../src/model/spec.ts';
import { basisOf } from '../../src/verdict/basis-of.ts';

const { operation } = exampleSubject({});
const CREATE = operation.id;
const READ = { ...operation, id: 'example.readThing' };

const SPEC: Spec = {
  ...{ vendor: 'example', title: 'Example', file: 'example.yaml', document: { openapi: '3.1.0' } },
  ...{ operations: [operation, READ], ambiguities: [], defects: [], citations: new Map() },
  placeOf: () => ({ file: 'example.yaml', line: 1, column: 1 }),
};
const AMBIGUITY: Ambiguity = {
  ...{ id: 'example.thing', title: 'a title', operations: [CREATE], conflict: [], readings: [] },
  ...{ because: 'a reason', toldApartBy: 'an answer', input: [] },
};
const RULE: ContractRule = { id: 'one', title: 'One is one', why: 'it counts', broken: () => [] };
const MESSAGE: MessageInteraction = {
  ...{ kind: 'message', id: 'made', description: 'it was made', notification: 'made', sources: [] },
  pact: { description: 'it was made' },
};
const INTERACTION: HttpInteraction = {
  ...{ kind: 'http', id: 'a-thing', consumer: 'desk', vendor: 'example', operation: CREATE },
  ...{ description: 'a thing', intent: { kind: 'accepted', outcome: 'success' }, states: [], sources: [] },
  request: { method: 'POST', path: '/things/9', query: [], headers: [], body: undefined, injections: [] },
  ...{ notifications: [MESSAGE], pact: { description: 'a thing' } },
};
const CONTRACT: Contract = {
  ...{ consumer: 'desk', vendor: 'example', operation: CREATE, file: 'desk.ts' },
  ...{
    relies: [{ field: 'response.body#/id', why: 'shows it' }],
    rules: [RULE],
    interactions: [INTERACTION],
  },
};

const specDigest = (parts: Partial<Spec> = {}) =>
  basisOf({ specs: [{ ...SPEC, ...parts }], contracts: [] }, [CREATE]).specs['example'];
const contractDigest = (parts: Partial<Contract> = {}) =>
  basisOf({ specs: [], contracts: [{ ...CONTRACT, ...parts }] }, [CREATE]).contracts[`desk/${CREATE}`];

describe('the basis of a report', () => {
  it('names the specs and contracts of what was judged, each with a SHA-256, and no others', () => {
    const other: Spec = { ...SPEC, vendor: 'other', operations: [{ ...operation, id: 'other.makeThing' }] };
    const ofRead: Contract = { ...CONTRACT, operation: READ.id };
    const digest: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
    const suite = { specs: [SPEC, other], contracts: [CONTRACT, ofRead, { ...CONTRACT, consumer: 'kiosk' }] };
    expect(basisOf(suite, [CREATE])).toEqual({
      specs: { example: digest },
      contracts: { [`desk/${CREATE}`]: digest, [`kiosk/${CREATE}`]: digest },
    });
    expect(basisOf(suite, [])).toEqual({ specs: {}, contracts: {} });
  });

  it('names the checks of somebody’s own with each judged operation they are about, and the SHA-256 of their file', () => {
    const brought = (id: string, digest: string, ...operations: readonly string[]): BroughtCheck => ({
      ...checks[0],
      ...{ id, digest, operations, from: `checks/${id}.ts` },
    });
    const own = [brought('own-name', 'a1', CREATE, READ.id), brought('own-side', 'b2', READ.id)];
    const ofChecks = (...judged: readonly string[]) =>
      basisOf({ specs: [], contracts: [], checks: own }, judged).checks;
    expect(ofChecks(CREATE)).toEqual({ [`own-name/${CREATE}`]: 'a1' });
    expect(ofChecks(READ.id)).toEqual({ [`own-name/${READ.id}`]: 'a1', [`own-side/${READ.id}`]: 'b2' });
    expect(basisOf({ specs: [], contracts: [] }, [CREATE])).not.toHaveProperty('checks');
  });

  it.each<readonly [string, Partial<Spec>]>([
    ['text', { document: { openapi: '3.1.1' } }],
    ['readings', { ambiguities: [AMBIGUITY] }],
  ])('is another with other %s of a spec', (_, parts) => {
    expect(specDigest(parts)).not.toBe(specDigest());
  });

  it.each<readonly [string, Partial<Contract>]>([
    ['fields it reads', { relies: [] }],
    ['rules', { rules: [] }],
    ['ids of rules', { rules: [{ ...RULE, id: 'other' }] }],
    ['titles of rules', { rules: [{ ...RULE, title: 'Two is two' }] }],
    ['reasons of rules', { rules: [{ ...RULE, why: 'it is read' }] }],
    ['requests or answers', { interactions: [{ ...INTERACTION, pact: {} }] }],
    ['notifications', { interactions: [{ ...INTERACTION, notifications: [{ ...MESSAGE, pact: {} }] }] }],
  ])('is another with other %s of a contract', (_, parts) => {
    expect(contractDigest(parts)).not.toBe(contractDigest());
  });

  it('is the same wherever they stand, whatever code its rules are, and whatever is asked of the vendor', () => {
    expect(specDigest({ file: 'moved.yaml', title: 'Other' })).toBe(specDigest());
    expect(contractDigest({ file: 'moved.ts' })).toBe(contractDigest());
    expect(contractDigest({ rules: [{ ...RULE, broken: () => ({ silent: 'no list came' }) }] })).toBe(
      contractDigest(),
    );
  });
});
