// The answer of an operation without behaviour of its own: what the document shows, with the values sent.
import type { Json } from '../model/json.ts';
import type { DocumentedResponse, Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { DraftedNotification } from './answer.ts';
import { responseExample, webhookExample } from './documented-body.ts';
import { applyAgreement, applyEcho } from './echo-values.ts';
import type { Call, Reply } from './mock-vendor.ts';
import { expressionValue } from './request-value.ts';

export function successResponse(operation: Operation): DocumentedResponse | undefined {
  return operation.responses.find(
    ({ status, refuses }) => status >= 200 && status < 300 && refuses.length === 0,
  );
}

export function documentedReply(spec: Spec, call: Call): Reply {
  const { operation } = call.route;
  const response = successResponse(operation);
  const example = response && responseExample(spec, operation, response.status);
  if (response === undefined || example === undefined) return { kind: 'success', body: {} };
  const echoed = response.echoes.reduce(
    (body, echo) => applyEcho(body, echo, expressionValue(echo.value, call.route, call.request, body)),
    example,
  );
  const body = response.agreements.reduce(applyAgreement, echoed);
  return { kind: 'success', body, notifications: documentedNotifications(spec, call, body) };
}

/** What follows a success, in the order shown. */
function documentedNotifications(spec: Spec, call: Call, answered: Json): readonly DraftedNotification[] {
  const protocol = call.route.operation.notifications;
  const expected = protocol?.outcomes.find(({ name }) => name === 'success')?.expects ?? [];
  return expected.flatMap((name) => {
    const kind = protocol?.kinds.find((candidate) => candidate.name === name);
    const example = webhookExample(spec, name);
    if (protocol === undefined || kind === undefined || example === undefined) return [];
    const data = kind.correlations.reduce(
      (body, echo) => applyEcho(body, echo, expressionValue(echo.value, call.route, call.request, answered)),
      example,
    );
    return [{ kind: name, channel: protocol.channel, data }];
  });
}
