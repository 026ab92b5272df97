import { describe, expect, it } from 'vitest';
import { readVerification } from '../../src/judges/contract/read-verification.ts';

/** One difference as Pact's verifier writes it down. */
const MISMATCH = {
  type: 'BodyMismatch',
  path: '$.data[77].sent',
  expected: 'true',
  actual: '"yes"',
  mismatch: "Expected 'yes' (String) to be the same type as 'true' (Boolean)",
};
const ERROR = {
  interaction: 'Verifying a pact between c and p Given s - d',
  mismatch: { interactionId: 'i0', type: 'mismatches', mismatches: [MISMATCH] },
};

function interaction(result: 'OK' | 'Error') {
  return { description: 'd', interactionKey: 'k0', interactionId: 'i0', duration: '59ms', result };
}

function document(parts: object): string {
  return JSON.stringify({ notices: [], output: [], pendingErrors: [], errors: [], ...parts });
}

describe('readVerification', () => {
  it('reads a match', () => {
    expect(readVerification(document({ result: true, interactionResults: [interaction('OK')] }))).toEqual({
      kind: 'matched',
    });
  });

  it('reads the differences', () => {
    const json = document({ result: false, interactionResults: [interaction('Error')], errors: [ERROR] });
    expect(readVerification(json)).toEqual({
      kind: 'mismatched',
      mismatches: [
        {
          type: 'BodyMismatch',
          path: '$.data[77].sent',
          key: undefined,
          expected: 'true',
          actual: '"yes"',
          text: MISMATCH.mismatch,
        },
      ],
    });
  });

  it('reads the differences of a pending interaction, which Pact calls a success', () => {
    const json = document({
      result: true,
      interactionResults: [interaction('Error')],
      pendingErrors: [ERROR],
    });
    expect(readVerification(json)).toMatchObject({
      kind: 'mismatched',
      mismatches: [{ path: '$.data[77].sent' }],
    });
  });

  it('reads values that are no text as their text', () => {
    const odd = { ...MISMATCH, expected: 200, actual: null, mismatch: undefined };
    const errors = [{ ...ERROR, mismatch: { type: 'mismatches', mismatches: [odd] } }];
    const json = document({ result: false, interactionResults: [interaction('Error')], errors });
    expect(readVerification(json)).toMatchObject({ mismatches: [{ expected: '200', actual: '', text: '' }] });
  });

  it.each([
    ['no interaction', { result: true, interactionResults: [] }, 'Pact verified 0 interactions'],
    ['no list of them', { result: true }, 'Pact verified 0 interactions'],
    [
      'two interactions',
      { result: true, interactionResults: [interaction('OK'), interaction('OK')] },
      'Pact verified 2 interactions',
    ],
    [
      'trouble on the way',
      {
        result: false,
        interactionResults: [interaction('Error')],
        errors: [{ interaction: 'd', mismatch: { type: 'error', message: 'error sending request for url' } }],
      },
      'Pact: error sending request for url',
    ],
    [
      'a file that could not be loaded',
      { result: false, errors: [{ interaction: 'Failed to load pact', mismatch: { type: 'error' } }] },
      'Pact: Failed to load pact',
    ],
    [
      'a failure without a difference',
      { result: false, interactionResults: [interaction('Error')] },
      'contradicts',
    ],
    [
      'a success with a difference',
      { result: true, interactionResults: [interaction('OK')], errors: [ERROR] },
      'contradicts',
    ],
    [
      'a failure of what it calls good',
      { result: false, interactionResults: [interaction('OK')] },
      'contradicts',
    ],
    ['another shape', { result: 'yes' }, 'unknown shape'],
  ])('takes %s for no verification', (_, parts, reason) => {
    expect(readVerification(document(parts))).toEqual({
      kind: 'unverified',
      reason: expect.stringContaining(reason),
    });
  });

  it.each(['null', '[]', '"text"', '7'])('takes %s for no verification', (json) => {
    expect(readVerification(json).kind).toBe('unverified');
  });
});
