// What judging is measured against: JSON.parse and a validator that was compiled beforehand, and nothing else.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import type { Body } from '../src/model/exchange.ts';
import { kindOfNotification } from '../src/model/notification-matching.ts';
import type { Spec } from '../src/model/spec.ts';
import { type Loop, over } from './judging-loops.ts';
import type { Recorded } from './recorded-exchanges.ts';

/** Answers alone. */
export function bareAnswersLoop(recorded: readonly Recorded[]): Loop {
  const compile = compiling();
  return over(
    recorded.map((one) => ofAnswer(one, compile)),
    (payloads) => payloads.map(validate),
  );
}

/** Everything that a schema is documented of: requests meant to be accepted, answers and notifications. */
export function barePayloadsLoop(recorded: readonly Recorded[]): Loop {
  const compile = compiling();
  return over(
    recorded.map((one) => [
      ...ofRequest(one, compile),
      ...ofAnswer(one, compile),
      ...ofNotifications(one, compile),
    ]),
    (payloads) => payloads.map(validate),
  );
}

type Compile = (spec: Spec, schemaPointer: string) => ValidateFunction;

/** A payload with the validator of its schema; where no schema is documented it is only parsed. */
type Payload =
  | { readonly kind: 'text'; readonly text: string; readonly holds: ValidateFunction | undefined }
  | { readonly kind: 'value'; readonly value: unknown; readonly holds: ValidateFunction };

function validate(payload: Payload): unknown {
  if (payload.kind === 'value') return payload.holds(payload.value);
  try {
    const value: unknown = JSON.parse(payload.text);
    return payload.holds?.(value);
  } catch {
    return false;
  }
}

function ofRequest({ spec, operation, intent, exchange }: Recorded, compile: Compile): readonly Payload[] {
  const schema = intent.kind === 'accepted' ? operation.requestSchemaPointer : undefined;
  return schema === undefined ? [] : ofBody(exchange.request.body, compile(spec, schema));
}

function ofAnswer({ spec, operation, exchange }: Recorded, compile: Compile): readonly Payload[] {
  if (exchange.result.kind === 'failure') return [];
  const { status, body } = exchange.result.response;
  const schema = operation.responses.find((response) => response.status === status)?.schemaPointer;
  return ofBody(body, schema === undefined ? undefined : compile(spec, schema));
}

function ofBody(body: Body | undefined, holds: ValidateFunction | undefined): readonly Payload[] {
  return body !== undefined && 'text' in body ? [{ kind: 'text', text: body.text, holds }] : [];
}

function ofNotifications({ spec, operation, exchange }: Recorded, compile: Compile): readonly Payload[] {
  const protocol = operation.notifications;
  if (protocol === undefined) return [];
  return exchange.notifications.flatMap(({ data }): readonly Payload[] => {
    const kind = kindOfNotification(protocol, data);
    return kind === undefined
      ? []
      : [{ kind: 'value', value: data, holds: compile(spec, kind.schemaPointer) }];
  });
}

/** Compiled as one would who only wants to know whether a value holds: without places, and up to the first error. */
function compiling(): Compile {
  const instances = new Map<Spec, Ajv2020>();
  const validators = new Map<string, ValidateFunction>();
  return (spec, schemaPointer) => {
    const ajv = instances.get(spec) ?? instanceFor(spec);
    instances.set(spec, ajv);
    const id = `spec:${spec.vendor}#${schemaPointer.split('/').map(encodeURIComponent).join('/')}`;
    const holds = validators.get(id) ?? ajv.compile({ $ref: id });
    validators.set(id, holds);
    return holds;
  };
}

function instanceFor({ vendor, document }: Spec): Ajv2020 {
  const ajv = new Ajv2020({ strict: false });
  formatsPlugin.default(ajv);
  return ajv.addSchema({ ...document, $id: `spec:${vendor}` });
}
