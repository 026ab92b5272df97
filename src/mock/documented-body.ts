// The payloads a document prints, as they stand in the spec.
import { isJsonObject, type Json } from '../model/json.ts';
import { childOf, valueAt } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';

/** The first example of an operation's response, undefined when none is documented. */
export function responseExample(spec: Spec, operation: Operation, status: number): Json | undefined {
  const path = ['paths', operation.path, operation.method.toLowerCase(), 'responses', String(status)];
  return contentExample(spec, path.reduce<Json | undefined>(childOf, spec.document));
}

/** The first example of a webhook's message. */
export function webhookExample(spec: Spec, name: string): Json | undefined {
  const path = ['webhooks', name, 'post', 'requestBody'];
  return contentExample(spec, path.reduce<Json | undefined>(childOf, spec.document));
}

function contentExample(spec: Spec, node: Json | undefined): Json | undefined {
  const media = firstMember(valueAt(follow(spec, node), '/content'));
  const example = follow(spec, firstMember(valueAt(media, '/examples')));
  return valueAt(example, '/value') ?? valueAt(media, '/example');
}

function firstMember(map: Json | undefined): Json | undefined {
  return isJsonObject(map) ? Object.values(map)[0] : undefined;
}

function follow(spec: Spec, node: Json | undefined): Json | undefined {
  const reference = valueAt(node, '/$ref');
  if (typeof reference !== 'string') return node;
  return follow(spec, valueAt(spec.document, reference.replace(/^#/, '')));
}
