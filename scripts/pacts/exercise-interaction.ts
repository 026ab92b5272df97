import type { PactV4 } from '@pact-foundation/pact';
import { MatchersV3 } from '@pact-foundation/pact';
import {
  ANY_REFUSAL,
  type DescribedInteraction,
  type DescribedNotification,
} from '../../contracts/interaction-draft.ts';
import type { ReceivedResponse } from '../../src/model/exchange.ts';
import type { OutgoingRequest } from '../../src/model/plan.ts';
import { exampleRequest } from './example-request.ts';
import { type Remarks, remarksOnInteraction, remarksOnNotification } from './references.ts';

/** Sends a request to a base URL and gives back the answer. */
export type Send = (baseUrl: string, request: OutgoingRequest) => Promise<ReceivedResponse>;

type Leaf = string | ReturnType<typeof MatchersV3.string>;

const ATTEMPTS = 5;
const USUAL_REFUSAL = 400;

/** Has Pact's mock server await the interaction's request, and records it in the pact once it came as described. */
export async function exerciseInteraction(
  pact: PactV4,
  operation: string,
  interaction: DescribedInteraction,
  send: Send,
): Promise<ReceivedResponse> {
  for (let attempt = 1; ; attempt += 1) {
    let answer: ReceivedResponse | undefined;
    try {
      await describeInteraction(pact, operation, interaction).executeTest(async ({ url }) => {
        answer = await send(url, exampleRequest(interaction));
      });
      if (answer !== undefined) return answer;
    } catch (error) {
      // On a busy machine Pact asks what was matched before its server, having answered, has noted the match.
      if (answer?.status !== exampleStatus(interaction) || attempt === ATTEMPTS) throw error;
    }
  }
}

function describeInteraction(pact: PactV4, operation: string, interaction: DescribedInteraction) {
  const { description, states, request, response } = interaction;
  const draft = pact.addInteraction().uponReceiving(description);
  for (const { name, params } of states) params === undefined ? draft.given(name) : draft.given(name, params);
  remark(draft, remarksOnInteraction(operation, interaction));
  const requested = draft.withRequest(request.method, request.path, (builder) => {
    builder.query(leavesOf(request.query)).headers(leavesOf(request.headers));
    if (request.body !== undefined) builder.jsonBody(request.body);
  });
  // The nearest Pact comes to any refusal; an error under another status is for our own judges to see.
  if (response === ANY_REFUSAL)
    return requested.willRespondWith(
      MatchersV3.matchStatus(USUAL_REFUSAL, MatchersV3.HTTPResponseStatusClass.ClientError),
    );
  return requested.willRespondWith(response.status, (builder) => {
    if (response.body !== undefined) builder.jsonBody(response.body);
  });
}

/** The status Pact's mock server answers an interaction with. */
export function exampleStatus({ response }: DescribedInteraction): number {
  return response === ANY_REFUSAL ? USUAL_REFUSAL : response.status;
}

/** Records a notification in the pact and gives back its example as a consumer would get it. */
export async function exerciseNotification(
  pact: PactV4,
  operation: string,
  interaction: DescribedInteraction,
  notification: DescribedNotification,
): Promise<unknown> {
  const draft = pact.addAsynchronousInteraction();
  for (const { name, params } of notification.states)
    params === undefined ? draft.given(name) : draft.given(name, params);
  remark(draft, remarksOnNotification(operation, interaction, notification));
  return draft
    .expectsToReceive(notification.description, (builder) => {
      builder.withJSONContent(notification.content);
    })
    .executeTest(async ({ contents }) => contents.content);
}

interface Remarkable {
  comment(comment: string): unknown;
  reference(group: string, name: string, value: string): unknown;
}

function remark(draft: Remarkable, { references, comments }: Remarks): void {
  for (const [group, name, value] of references) draft.reference(group, name, value);
  for (const comment of comments) draft.comment(comment);
}

function leavesOf(templates: unknown): Record<string, Leaf> {
  const leaves: Record<string, Leaf> = {};
  for (const [name, template] of Object.entries(templates ?? {})) {
    if (!isLeaf(template)) throw new TypeError(`${name}: neither text nor a matcher`);
    leaves[name] = template;
  }
  return leaves;
}

function isLeaf(template: unknown): template is Leaf {
  return typeof template === 'string' || MatchersV3.isMatcher(template);
}
