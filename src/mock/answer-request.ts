// From a routed request to the answer: refuse, behave, follow readings, misbehave; in this order.
import type { RefusalCause } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { type Answer, draftAnswer } from './answer.ts';
import { answerSibling, findSibling } from './answer-sibling.ts';
import { applyReadings } from './apply-readings.ts';
import { checkCredentials } from './credential-check.ts';
import { documentedReply, successResponse } from './documented-reply.ts';
import type { Fault } from './faults/fault.ts';
import { findMisfit } from './misfit-check.ts';
import type { MockRequest } from './mock-request.ts';
import type { Call, VendorInstance } from './mock-vendor.ts';
import { readAsPrimary } from './read-request.ts';
import { draftRefusal, type Refusal } from './refusal.ts';
import { findMissingField } from './required-field-check.ts';
import { type Route, routeRequest, type SelectedReadings } from './router.ts';

export interface MountedVendor {
  readonly spec: Spec;
  readonly instance: VendorInstance;
  readonly readings: SelectedReadings;
  readonly faults: readonly Fault[];
}

export interface Answered {
  readonly answer: Answer;
  readonly route: Route | undefined;
  /** Undefined when nobody was let in. */
  readonly caller: string | undefined;
}

export function answerRequest(vendor: MountedVendor, received: MockRequest, path: string): Answered {
  const besides = besidesTheDocument(vendor, received, path);
  if (besides !== undefined) return { answer: besides, route: undefined, caller: undefined };
  const route = routeRequest(vendor.spec, vendor.readings, received.method, path);
  if (route === undefined) {
    const body = vendor.instance.problemBody({ kind: 'no-route' });
    return { answer: draftAnswer('problem', 404, body), route, caller: undefined };
  }
  const faults = vendor.faults.filter(
    ({ operation }) => operation === '*' || operation === route.operation.id,
  );
  const letsThrough = causesLetThrough(faults);
  const { request, refusal } = readAsPrimary(vendor.spec, route.operation, vendor.readings, received);
  const admission: Admission =
    refusal === undefined ? admit(vendor, route, request, faults, letsThrough) : { kind: 'refused', refusal };
  const drafted =
    admission.kind === 'admitted'
      ? behave(vendor, { route, request, caller: admission.caller, letsThrough })
      : draftRefusal(vendor.spec, route, admission.refusal, vendor.instance);
  const answer = faults.reduce((changed, fault) => misbehave(changed, fault, request), drafted);
  return { answer, route, caller: admission.kind === 'admitted' ? admission.caller : undefined };
}

/** A sibling may share its path with an operation; it then takes only what is meant for it. */
function besidesTheDocument(
  { spec, instance }: MountedVendor,
  request: MockRequest,
  path: string,
): Answer | undefined {
  const sibling = findSibling(instance.siblings ?? [], request, path);
  const [operation] = spec.operations;
  if (sibling === undefined || operation === undefined) return undefined;
  return answerSibling(sibling, request, path, instance, { operation, template: path, parameters: {} });
}

type Admission =
  | { readonly kind: 'admitted'; readonly caller: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

function causesLetThrough(faults: readonly Fault[]): ReadonlySet<RefusalCause> {
  return new Set(faults.flatMap(({ effect }) => (effect.kind === 'lets-through' ? effect.causes : [])));
}

/** In the order of the vendors: credentials, then what is missing or does not fit, then permission. */
function admit(
  { spec, instance }: MountedVendor,
  route: Route,
  request: MockRequest,
  faults: readonly Fault[],
  open: ReadonlySet<RefusalCause>,
): Admission {
  const shut = new Set(faults.flatMap(({ effect }) => (effect.kind === 'turns-away' ? [effect.cause] : [])));
  const check = checkCredentials(route, request, instance);
  if (check.kind !== 'known' && !open.has(check.kind)) return { kind: 'refused', refusal: check };
  if (shut.has('wrong-credentials')) return { kind: 'refused', refusal: { kind: 'wrong-credentials' } };
  const caller = check.kind === 'known' ? check.caller : instance.guest();
  const property = findMissingField(spec, route, request);
  if (property !== undefined && !open.has('missing-field'))
    return { kind: 'refused', refusal: { kind: 'missing-field', property } };
  const misfit = findMisfit(spec, route, request);
  if (misfit !== undefined && !open.has(misfit.kind)) return { kind: 'refused', refusal: misfit };
  const permitted = instance.permits(caller, route.operation) || open.has('no-permission');
  if (!permitted || shut.has('no-permission')) return { kind: 'refused', refusal: { kind: 'no-permission' } };
  return { kind: 'admitted', caller };
}

function behave({ spec, instance, readings }: MountedVendor, call: Call): Answer {
  const { operation } = call.route;
  const verb = operation.id.slice(operation.id.indexOf('.') + 1);
  const behaviour = Object.hasOwn(instance.behaviours, verb) ? instance.behaviours[verb] : undefined;
  const reply = behaviour === undefined ? documentedReply(spec, call) : behaviour(call);
  if (reply.kind === 'problem') return draftAnswer('problem', reply.status, reply.body);
  const status = successResponse(operation)?.status ?? 200;
  const drafted = draftAnswer('success', status, reply.body);
  const answer = { ...drafted, notifications: reply.notifications ?? [] };
  return applyReadings(spec, operation, readings, answer, call.request);
}

function misbehave(answer: Answer, { effect }: Fault, request: MockRequest): Answer {
  if (effect.kind !== 'changes') return answer;
  return effect.when === 'always' || effect.when === answer.purpose ? effect.change(answer, request) : answer;
}
