// Puts request bodies before the document, the mock and the server.
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { schemaViolations } from '../../src/schema/schema-violations.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { establish, send } from '../mock/mock-client.ts';
import { ACCEPTS, meantFor, type Observed } from './opinions.ts';
import type { NamedBody } from './request-bodies.ts';
import { invalidBody } from './server-answers.ts';
import type { ServerValidators } from './server-validators.ts';

export const OPERATION = 'rocketchat.registerDepartment';

/** What the plan sends where the body is what it is about, each with what is meant to become of it. */
export function plannedBodies(
  planned: readonly PlannedExchange[],
): readonly (NamedBody & { readonly plan: string })[] {
  const operation = operationOf(OPERATION);
  return planned.flatMap((exchange) => {
    const plan = meantFor(exchange, operation);
    if (plan === undefined || exchange.request.body === undefined) return [];
    const body: Json = JSON.parse(exchange.request.body);
    return [{ name: `plan: ${exchange.id.slice(OPERATION.length + 1)}`, body, plan }];
  });
}

export async function observeBodies(
  bodies: readonly (NamedBody & { readonly plan?: string })[],
  mock: Mock,
  validators: ServerValidators,
): Promise<readonly Observed[]> {
  const user = establish(mock, 'rocketchat', ['a user who may manage departments']);
  const observed: Observed[] = [];
  for (const { name, body, plan } of bodies)
    observed.push({
      where: name,
      says: {
        document: isDocumented(body) ? 'fits' : 'does not fit',
        mock: await mockSays(mock, user, body),
        server: serverSays(validators, body),
        ...(plan === undefined ? {} : { plan }),
      },
    });
  return observed;
}

function isDocumented(body: Json): boolean {
  const { requestSchemaPointer } = operationOf(OPERATION);
  if (requestSchemaPointer === undefined) throw new Error(`${OPERATION} documents no body`);
  return schemaViolations(specOf('rocketchat'), requestSchemaPointer, body).length === 0;
}

function serverSays({ department }: ServerValidators, body: Json): string {
  const opinion = department(body);
  return opinion.kind === 'accepts' ? ACCEPTS : String(invalidBody(opinion.message)['error']);
}

async function mockSays(mock: Mock, user: Readonly<Record<string, Json>>, body: Json): Promise<string> {
  const answer = await send(mock.baseUrl('rocketchat'), {
    method: 'POST',
    path: operationOf(OPERATION).path,
    headers: { 'X-Auth-Token': String(user['authToken']), 'X-User-Id': String(user['userId']) },
    body,
  });
  return answer.status === 200 ? ACCEPTS : String(valueAt(answer.body, '/error') ?? answer.status);
}
