import { describe, expect } from 'vitest';
import '../../src/library/vitest.ts';
import { test } from '../../src/library/fixture.ts';

const OPERATION = 'acquire.addChatMessage';

describe('expect(response)', () => {
  test('conforms as it is documented', async ({ vendors }) => {
    const { url, values: _, ...call } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, call);
    await expect(response).toConformTo(OPERATION);
    // It was a copy that was read.
    expect(await response.json()).toHaveProperty('success', true);
  });
  test('fails', async ({ vendors }) => {
    vendors.setFaults(['acquire.message-wrong-sender-type']);
    const { url, values: _, ...call } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, call);
    await expect(response).toConformTo(OPERATION);
  });
});
