// The harmless reads of each vendor, over real sockets: they work for who is signed in.
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/model/json-pointer.ts';
import { fillRequest } from '../../src/states/fill-request.ts';
import { readAnswer } from '../../src/states/read-answer.ts';
import { signInFor } from '../../src/states/vendor-means.ts';
import { runMock } from '../mock/mock-client.ts';
import { meansOn, sendTo } from './mock-tenant.ts';

const PURPOSE = { kind: 'proof', says: '', effects: ['reads'], what: '', names: [] } as const;

describe.each(['acquire', 'rocketchat', 'genesys'] as const)('%s', (vendor) => {
  it('is healthy, and shows what the recipe says', async () => {
    const mock = await runMock();
    const means = meansOn(mock, vendor);
    const { send } = sendTo(mock.baseUrl);
    for (const { request, accepts, shows } of means.recipes?.health ?? []) {
      const filled = fillRequest(request, {}, signInFor(means, ''));
      if (filled.kind === 'lacking') throw new Error(filled.name);
      const result = await send(filled.request, { ...PURPOSE, vendor });
      if (result.kind !== 'response') throw new Error(result.kind);
      const answer = readAnswer(result.response);
      expect(accepts).toContain(answer.status);
      for (const pointer of Object.values(shows)) expect(valueAt(answer.body, pointer)).toBeDefined();
    }
  });

  it('is not for who is not signed in, but where nobody has to be', async () => {
    const mock = await runMock();
    const { send } = sendTo(mock.baseUrl);
    for (const { request, accepts } of meansOn(mock, vendor).recipes?.health ?? []) {
      const filled = fillRequest(request, {}, {});
      if (filled.kind === 'lacking') throw new Error(filled.name);
      const result = await send(filled.request, { ...PURPOSE, vendor });
      if (result.kind !== 'response') throw new Error(result.kind);
      expect(accepts.includes(result.response.status)).toBe(!request.signedIn);
    }
  });
});
