// A waiver names a difference by its fingerprint, so a fingerprint must stay what it is from version to version.
import { expect, it } from 'vitest';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { RawFinding } from '../../src/model/finding.ts';
import type { Intent } from '../../src/model/interaction.ts';
import { fingerprintOf } from '../../src/verdict/fingerprint.ts';

const STATUS: RawFinding = {
  pointer: 'response.status',
  expected: '200',
  actual: '202',
  source: { document: 'page', lines: [12, 15], strength: 'stated' },
  level: 'must',
};
const MEMBER: RawFinding = {
  ...STATUS,
  pointer: 'response.body#/users/3/id',
  source: { document: 'page', lines: [1, 1], strength: 'stated' },
  specPointer: '/schema/properties/id',
};

/** First twelve digits of `sha256sum` over the lines: operation, intent, check, place, place in the spec, document, lines. */
it.each<readonly [string, string, Intent, RawFinding, string]>([
  [
    'a member of a list',
    'response-body-schema',
    { kind: 'accepted', outcome: 'success' },
    MEMBER,
    'a050198327cf',
  ],
  ['a status', 'response-status', { kind: 'accepted', outcome: 'failure' }, STATUS, 'fbda4ad9f08d'],
  ['a refusal', 'refusal', { kind: 'refused', cause: 'no-credentials' }, STATUS, '4133b39b8f66'],
  [
    'a refusal for one credential of several',
    'refusal',
    { kind: 'refused', cause: 'wrong-credentials', header: 'X-Key' },
    STATUS,
    '3d275f85fbcf',
  ],
  [
    'a refusal for a field',
    'refusal',
    { kind: 'refused', cause: 'missing-field', field: 'body#/name' },
    STATUS,
    'e11d8be041f8',
  ],
])('of %s is the digest of what differs', (_, check, intent, finding, digits) => {
  expect(fingerprintOf(exampleSubject({ intent }), check, finding)).toBe(digits);
});
