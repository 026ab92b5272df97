// Recorded exchanges for the interactions of the committed pact files.
import { withMember } from '../../src/model/edit-json.ts';
import type { Exchange, Pair } from '../../src/model/exchange.ts';
import type { HttpInteraction } from '../../src/model/interaction.ts';
import type { Json } from '../../src/model/json.ts';
import { buildRequest } from '../../src/plan/build-request.ts';
import { exampleBeside } from '../contracts/suite-under-test.ts';
import { interactionOf, operationOf, specOf } from '../fixtures/committed-suite.ts';
import { answered, exchange, JSON_TYPE } from '../fixtures/exchange-parts.ts';

export const JOIN = interactionOf('acquire.joinChat', 'a request to join an open case');
export const JOIN_VALUES = { apiKey: '[secret:apiKey]', caseId: 1684 };
export const INVITATION = interactionOf('genesys.inviteAgentToChat', 'an invitation that is carried out');
export const INVITATION_VALUES = {
  authorization: '[secret:authorization]',
  chatId: '0000Na9B26EF006E',
  targetUri: 'http://127.0.0.1/api/v2/users/u1',
};

/** The documented success of an operation, as its document prints it. */
export function documentedAnswer(operation: string): Json {
  const { responses, vendor } = operationOf(operation);
  const schema = responses.find(({ status }) => status === 200)?.schemaPointer ?? '';
  return exampleBeside(specOf(vendor), schema);
}

/** The documented payload of a notification of the operation. */
export function documentedNotification(operation: string, name: string): Json {
  const { notifications, vendor } = operationOf(operation);
  const kind = notifications?.kinds.find((candidate) => candidate.name === name);
  return exampleBeside(specOf(vendor), kind?.schemaPointer ?? '');
}

/** The interaction's request with these values, and an answer to it. */
export function recorded(
  interaction: HttpInteraction,
  values: Readonly<Record<string, Json>>,
  result: Exchange['result'],
): Exchange {
  const { body, ...request } = buildRequest(interaction.request, values);
  return exchange({
    id: `${interaction.operation}/${interaction.id}`,
    operation: interaction.operation,
    request: { ...request, body: body === undefined ? undefined : { text: body } },
    result,
  });
}

export interface JoinAnswer {
  readonly status?: number;
  readonly headers?: readonly Pair[];
  /** A member of the documented answer and what stands there instead; undefined takes it away. */
  readonly change?: readonly [pointer: string, next: Json | undefined];
}

export function joinExchange({ status = 200, headers = [JSON_TYPE], change }: JoinAnswer = {}): Exchange {
  const body = documentedAnswer('acquire.joinChat');
  const changed = change === undefined ? body : withMember(body, change[0], change[1]);
  return recorded(JOIN, JOIN_VALUES, answered(status, changed, headers));
}
