// Faults of the wire, over the wire.
import { expect, test } from 'vitest';
import { CASE_STATES, joinRequest } from './acquire-requests.ts';
import { establish, runMock, send } from './mock-client.ts';

async function join(fault: string) {
  const mock = await runMock({ faults: [fault] });
  const values = establish(mock, 'acquire', [...CASE_STATES]);
  return { mock, answer: send(mock.baseUrl('acquire'), joinRequest(values)) };
}

test.each([
  ['any.connection-dropped', 'UND_ERR_SOCKET'],
  ['any.body-cut', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
])('%s: no whole answer arrives', async (fault, code) => {
  const { mock, answer } = await join(fault);
  await expect(answer).rejects.toMatchObject({ code });
  expect(mock.requests).toHaveLength(1);
});

test('any.never-answers: nothing arrives until the mock closes', async () => {
  const { mock, answer } = await join('any.never-answers');
  const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 100, 'waiting'))]);
  expect(first).toBe('waiting');
  const ended = expect(answer).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  await mock.close();
  await ended;
});

test('any.slow: closing does not wait for the answer', async () => {
  const { mock, answer } = await join('any.slow');
  const ended = answer.catch(() => 'cut');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  await mock.close();
  expect(performance.now() - started).toBeLessThan(1000);
  await ended;
});

test('any.redirects: to the same place', async () => {
  const { answer } = await join('any.redirects');
  expect(await answer).toMatchObject({
    status: 307,
    location: '/acquire/api/v1/crm/messenger/chat/join',
    text: '',
  });
});

test('any.html-page: a page under 200', async () => {
  const { answer } = await join('any.html-page');
  expect(await answer).toMatchObject({ status: 200, contentType: expect.stringMatching(/^text\/html/) });
});

test('any.json-truncated: a whole transfer of half a text', async () => {
  const { answer } = await join('any.json-truncated');
  const { status, body, text } = await answer;
  expect({ status, body }).toEqual({ status: 200, body: undefined });
  expect(text).toMatch(/^\{"data":/);
});
