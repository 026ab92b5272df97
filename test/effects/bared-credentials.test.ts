// A document may be read as having the key in the address. No tenant is sent it there who does not ask for that.
import { describe, expect, test } from 'vitest';
import { withAllowedReadings } from '../../src/effects/allowed-readings.ts';
import { createEffectsGuard } from '../../src/effects/effects-guard.ts';
import { errandOfExchange } from '../../src/effects/errand-of-exchange.ts';
import type { Alternative, PlannedExchange } from '../../src/model/plan.ts';
import { OPERATION, PLANNED, REQUEST, TENANT, VENDOR } from './terms-of-example.ts';

const KEY = 'a key+with/signs';
const inAddress: Alternative = {
  ambiguity: 'example.key',
  reading: 'query',
  after: 'credentials',
  pathTemplate: OPERATION.path,
  request: {
    ...REQUEST,
    query: [
      ['as', 'user'],
      ['key', `Bearer ${KEY}`],
    ],
  },
  meant: REQUEST,
};
const planned: PlannedExchange = {
  ...PLANNED,
  alternatives: [inAddress, { ...inAddress, reading: 'other', request: REQUEST }],
  masks: [{ secret: KEY, shown: '[secret:key]' }],
};
const vendorAllowing = (credentialsInAddress: boolean) => ({
  ...VENDOR,
  allow: { ...VENDOR.allow, readings: true, credentialsInAddress },
});

function guarded(credentialsInAddress: boolean) {
  return withAllowedReadings(planned, OPERATION, vendorAllowing(credentialsInAddress));
}

describe('a credential in an address', () => {
  test('is planned only where that is allowed, and the plan says why it is not', () => {
    const reason = expect.stringContaining('vendors.example.allow.credentialsInAddress');
    const untried = [{ ambiguity: 'example.key', reading: 'query', reason }];
    expect(guarded(false)).toMatchObject({ alternatives: [{ reading: 'other' }], untried });
    expect(guarded(true)).toEqual(planned);
  });

  test.each([
    ['query', inAddress.request],
    ['path', { ...REQUEST, path: `/cases/7/${encodeURIComponent(KEY)}` }],
  ])('is not let out in a %s either, whoever has planned it', (_, request) => {
    const ask = (isAllowed: boolean) =>
      createEffectsGuard(
        { tenant: TENANT, vendor: vendorAllowing(isAllowed), productionWord: undefined },
        () => Promise.reject(new Error('sent')),
      ).ask({ ...errandOfExchange(planned, request, OPERATION, inAddress), names: [] }, request);
    expect(ask(false)).toMatchObject({ kind: 'refused', refusal: { rule: 'address' } });
    expect(ask(true).kind).toBe('permitted');
  });
});
