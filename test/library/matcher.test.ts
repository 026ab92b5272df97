// The matcher and the fixture as a team's own test has them: the real mock, the real judges, real Pact.
import { request as undiciRequest } from 'undici';
import { describe, expect } from 'vitest';
import '../../src/library/vitest.ts';
import { conformanceMatchers } from '../../src/library/conformance-matchers.ts';
import { test } from '../../src/library/fixture.ts';

const OPERATION = 'acquire.addChatMessage';
const WRONG_SENDER = 'acquire.message-wrong-sender-type';

/** What a test is told when the expectation does not hold. */
async function complaintOf(expectation: PromiseLike<void>): Promise<string> {
  try {
    await expectation;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the expectation held');
}

function pairsOf(headers: Headers): readonly (readonly [name: string, value: string])[] {
  const pairs: (readonly [string, string])[] = [];
  headers.forEach((value, name) => {
    pairs.push([name, value]);
  });
  return pairs;
}

describe('a response of fetch, its request in the log of the mock', () => {
  test('conforms as it is documented, and stays readable', async ({ vendors }) => {
    const { url, init } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, init);
    await expect(response).toConformTo(OPERATION);
    expect(await response.json()).toHaveProperty('data.channel', 'chat');
    expect(vendors.requests.map(({ operation, status }) => [operation, status])).toEqual([[OPERATION, 200]]);
  });

  test('fails with the words of the report: source, who relies on it, next step', async ({ vendors }) => {
    vendors.setFaults([WRONG_SENDER]);
    const { url, init } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, init);
    await expect(response).not.toConformTo(OPERATION);
    const complaint = await complaintOf(expect(response).toConformTo(OPERATION));
    expect(complaint).toContain('response.body#/data/senderType breaks support-desk');
    expect(complaint).toMatch(/source +acquire-send-message:\d+/);
    expect(complaint).toContain('support-desk: puts the message on the side of its sender');
    expect(complaint).toMatch(/next +Report it to the vendor/);
  });

  test('is asked for where nothing tells it', async ({ vendors }) => {
    const { url, init } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, init);
    vendors.reset();
    expect(await complaintOf(expect(response).toConformTo(OPERATION))).toContain(
      'Nothing tells which request was answered',
    );
    await expect(response).toConformTo(OPERATION, new Request(url, init));
    await expect(response).toConformTo(OPERATION, { request: { url, ...init }, contract: 'none' });
  });
});

describe('what cannot be told holds neither with .not nor without', () => {
  test('another operation than the one named', async ({ vendors }) => {
    const { url, init } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, init);
    const other = 'acquire.sendSms';
    for (const expected of [expect(response), expect(response).not])
      expect(await complaintOf(expected.toConformTo(other))).toContain(
        `an exchange of ${OPERATION}, not of ${other}`,
      );
  });

  test('a request of no documented operation', async () => {
    const request = { method: 'GET', url: 'https://acquire.invalid/api/v1/weather' };
    const received = { status: 200, headers: {}, body: {} };
    const matched = await conformanceMatchers.toConformTo.call({ isNot: true }, received, OPERATION, request);
    expect(matched.pass).toBe(true);
    expect(matched.message()).toContain('cannot tell whether it conforms');
  });
});

describe('responses of other clients', () => {
  const CLIENTS = {
    undici: async (url: string, init: Init) => {
      const { method, headers, body } = init;
      return undiciRequest(url, { method: method as 'POST', headers, body: body ?? null });
    },
    // As axios documents its response: parsed data, and the request as config.
    axios: async (url: string, init: Init) => {
      const answer = await fetch(url, init);
      const { origin, pathname, searchParams } = new URL(url);
      const headers = { toJSON: () => Object.fromEntries(pairsOf(answer.headers)) };
      const config = { method: 'post', baseURL: origin, url: pathname, params: searchParams };
      return {
        ...{ status: answer.status, headers, data: await answer.json() },
        config: { ...config, headers: init.headers, data: init.body },
      };
    },
    // As superagent documents its own: text and parsed body, and the request with its data.
    supertest: async (url: string, init: Init) => {
      const answer = await fetch(url, init);
      const text = await answer.text();
      const request = { method: 'POST', url, header: init.headers, _data: JSON.parse(init.body ?? '') };
      const header = Object.fromEntries(pairsOf(answer.headers));
      return { status: answer.status, header, text, body: JSON.parse(text), request };
    },
    plain: async (url: string, init: Init) => {
      const answer = await fetch(url, init);
      const headers = pairsOf(answer.headers);
      return { status: answer.status, headers, body: new Uint8Array(await answer.arrayBuffer()) };
    },
  } as const;

  /** These keep their request beside the response. */
  const REMEMBERING = ['axios', 'supertest'];

  test.for(Object.entries(CLIENTS))('%s', async ([name, send], { vendors }) => {
    const { url, init } = vendors.acceptedCall(OPERATION);
    const options = {
      contract: 'none',
      ...(!REMEMBERING.includes(name) && { request: { url, ...init } }),
    } as const;
    await expect(await send(url, init)).toConformTo(OPERATION, options);
    vendors.setFaults([WRONG_SENDER]);
    await expect(await send(url, init)).not.toConformTo(OPERATION, { ...options, gate: 'should' });
  });

  test('a body that has been read is asked for again', async ({ vendors }) => {
    const { url, init } = vendors.acceptedCall(OPERATION);
    const response = await fetch(url, init);
    await response.text();
    expect(await complaintOf(expect(response).toConformTo(OPERATION))).toContain('read already');
  });
});

interface Init {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}
