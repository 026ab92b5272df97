// Answers to requests that are turned away: as documented, or plausible where nothing is documented.
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import type { Spec } from '../model/spec.ts';
import { type Answer, draftAnswer } from './answer.ts';
import { responseExample } from './documented-body.ts';
import type { Problem, VendorInstance } from './mock-vendor.ts';
import type { Route } from './router.ts';

export type Refusal = Exclude<Problem, { readonly kind: 'no-route' }>;

/** Where the spec names no response for a cause. */
const USUAL_STATUS = {
  'no-credentials': 401,
  'wrong-credentials': 401,
  'no-permission': 403,
  'missing-field': 400,
  'wrong-type': 400,
  'undocumented-value': 400,
} as const satisfies Record<Refusal['kind'], number>;

export function draftRefusal(
  spec: Spec,
  route: Route,
  refusal: Refusal,
  vendor: Pick<VendorInstance, 'problemBody'>,
): Answer {
  const response = route.operation.responses.find(({ refuses }) => refuses.includes(refusal.kind));
  const status = response?.status ?? USUAL_STATUS[refusal.kind];
  const example = response && responseExample(spec, route.operation, status);
  if (example === undefined) return draftAnswer('refusal', status, vendor.problemBody(refusal));
  const body = refusal.kind === 'missing-field' ? nameProperty(example, refusal.property) : example;
  return draftAnswer('refusal', status, body);
}

/** The example names the property that its own request lacked; ours names the one this request lacks. */
function nameProperty(example: Json, property: string): Json {
  if (typeof example === 'string')
    return example.replace(/(property ['"`])[^'"`]*/, (_, before: string) => before + property);
  if (isJsonArray(example)) return example.map((item) => nameProperty(item, property));
  if (!isJsonObject(example)) return example;
  return Object.fromEntries(
    Object.entries(example).map(([key, value]) => [key, nameProperty(value, property)]),
  );
}
