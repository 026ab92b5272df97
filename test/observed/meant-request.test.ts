// Recorders write an empty text where nothing was sent.
import { expect, it } from 'vitest';
import { meantRequest } from '../../src/observed/meant-request.ts';
import { routesOf } from '../../src/observed/operation-routes.ts';
import { suite } from '../fixtures/committed-suite.ts';

it('has no body where an empty one was recorded', () => {
  const [route] = routesOf(suite).filter(({ operation }) => operation.id === 'acquire.joinChat');
  if (route === undefined) throw new Error('no route');
  const bodiless = { ...route, operation: { ...route.operation, requestSchemaPointer: undefined } };
  const sent = { method: 'GET', path: route.operation.path, query: [], headers: [], body: { text: '' } };
  expect(meantRequest(sent, bodiless)).toMatchObject({ isDocumented: true, request: { body: undefined } });
  expect(meantRequest({ ...sent, body: { text: '{}' } }, bodiless)).toMatchObject({
    request: { body: '{}' },
  });
});
