// Puts error bodies before the document and the server: those the document prints, and those the mock sends.
import type { Mock } from '../../src/mock/start-mock.ts';
import { isJsonObject, type Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { complaints } from '../mock/documented-specs.ts';
import { establish, type Sent, send } from '../mock/mock-client.ts';
import { departmentRequest } from '../mock/rocketchat-requests.ts';
import { OPERATION } from './observe-bodies.ts';
import { ACCEPTS, type Observed } from './opinions.ts';
import type { ServerValidators } from './server-validators.ts';

export interface ErrorBody {
  readonly where: string;
  readonly status: number;
  readonly body: Json;
}

/** Every example of a refusal that the document prints. */
export function documentedErrors(): readonly ErrorBody[] {
  const { path, responses } = operationOf(OPERATION);
  const documented = valueAt(
    specOf('rocketchat').document,
    `/paths/${path.replaceAll('/', '~1')}/post/responses`,
  );
  return responses
    .filter(({ refuses }) => refuses.length > 0)
    .flatMap(({ status }) => {
      const examples = valueAt(documented, `/${status}/content/application~1json/examples`);
      return Object.entries(isJsonObject(examples) ? examples : {}).map(([name, example]) => ({
        where: `document: ${status} ${name}`,
        status,
        body: valueAt(example, '/value') ?? null,
      }));
    });
}

const MANAGER = ['a user who may manage departments', 'an agent', 'a new department name'];

/** One answer of the mock for each cause of a refusal. */
export async function mockErrors(mock: Mock): Promise<readonly ErrorBody[]> {
  const right = departmentRequest(establish(mock, 'rocketchat', MANAGER));
  const outsider = departmentRequest(
    establish(mock, 'rocketchat', ['a user without permission', 'a new department name']),
  );
  const wrong = { 'X-Auth-Token': 'nobody', 'X-User-Id': 'nobody' };
  const asked: readonly (readonly [what: string, sent: Sent])[] = [
    ['without credentials', { ...right, headers: {} }],
    ['with wrong credentials', { ...right, headers: wrong }],
    ['without permission', outsider],
    ['without a body', { ...right, body: {} }],
    ['with a text as department', { ...right, body: { department: 'text' } }],
    ['somewhere else', { ...right, path: '/api/v1/livechat/nowhere' }],
  ];
  const found: ErrorBody[] = [];
  for (const [what, sent] of asked) {
    const { status, body = null } = await send(mock.baseUrl('rocketchat'), sent);
    found.push({ where: `mock: ${status} ${what}`, status, body });
  }
  return found;
}

export function observeErrors(
  errors: readonly ErrorBody[],
  { errorBodies }: ServerValidators,
): readonly Observed[] {
  return errors.map(({ where, status, body }) => {
    const opinion = errorBodies.get(status)?.(body);
    if (opinion === undefined) throw new Error(`the server has no validator of a ${status}`);
    return {
      where,
      says: {
        document: isDocumented(status, body) ? 'fits' : 'does not fit',
        server: opinion.kind === 'accepts' ? ACCEPTS : opinion.message,
      },
    };
  });
}

/** What no page speaks of fits every page. */
function isDocumented(status: number, body: Json): boolean {
  const isSpokenOf = operationOf(OPERATION).responses.some((response) => response.status === status);
  return !isSpokenOf || complaints(OPERATION, status, body).length === 0;
}
