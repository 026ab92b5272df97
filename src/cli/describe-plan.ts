import { maskText } from '../model/mask-text.ts';
import type { Plan, PlannedExchange } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import { describeIntent } from '../run/describe-intent.ts';

/** The plan for a person: per operation its effects, then each request as it would leave. */
export function describePlan(plan: Plan, suite: Suite): string {
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const blocks = operations.flatMap((operation) => {
    const slots = plan.exchanges.filter((slot) => slot.operation === operation.id);
    if (slots.length === 0) return [];
    const lines = slots.map((slot) =>
      slot.kind === 'planned' ? describeRequest(slot) : `  - ${slot.title}: cannot be sent, ${slot.reason}`,
    );
    return [`${operation.id} (effects: ${operation.effects.join(', ')})`, ...lines, ''];
  });
  return [`Plan for the target "${plan.target}": ${countOf(plan)}, hash ${plan.hash}`, '', ...blocks].join(
    '\n',
  );
}

function countOf({ exchanges }: Plan): string {
  const planned = exchanges.filter(({ kind }) => kind === 'planned').length;
  const others = exchanges.length - planned;
  return `${planned} requests${others === 0 ? '' : ` (and ${others} that cannot be sent)`}`;
}

function describeRequest(planned: PlannedExchange): string {
  const { method, path, query, headers, body } = planned.request;
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  const lines = [
    `  - ${planned.title} (${describeIntent(planned.intent)})`,
    `      ${method} ${path}${search === '' ? '' : `?${search}`}`,
    ...headers.map(([name, value]) => `      ${name}: ${value}`),
    ...(body === undefined ? [] : [`      ${body}`]),
    ...(planned.risk === null ? [] : [`      ${planned.risk}`]),
    ...planned.alternatives.map(
      ({ reading, request }) =>
        `      if that route is unknown (reading ${reading}): ${request.method} ${request.path}`,
    ),
  ];
  return maskText(lines.join('\n'), planned.masks);
}
