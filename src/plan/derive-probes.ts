import type { HttpInteraction, Intent, InteractionRequest } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Source } from '../model/source.ts';
import type { DocumentedInput } from './documented-input.ts';
import { withoutPlace } from './edit-request.ts';
import { placeName, placeSlug } from './name-place.ts';

/** A request that differs from a good one in a single thing, which the document gives reason to refuse. */
export interface Probe {
  readonly slug: string;
  readonly title: string;
  readonly intent: Intent;
  readonly request: InteractionRequest;
}

/** Probes for what the operation requires; `base` is a request that is to be accepted. */
export function deriveProbes(
  operation: Operation,
  base: HttpInteraction,
  input: DocumentedInput,
): readonly Probe[] {
  return [
    ...credentialProbes(operation, base.request),
    ...missingParameters(operation, base.request),
    ...missingFields(operation, base.request, input),
    ...missingChoices(operation, base.request, input),
  ];
}

function credentialProbes(operation: Operation, request: InteractionRequest): readonly Probe[] {
  const names = operation.parameters
    .filter(({ credential }) => credential)
    .map(({ name }) => name.toLowerCase());
  const sent = request.headers.map(([name]) => name.toLowerCase()).filter((name) => names.includes(name));
  if (sent.length === 0) return [];
  // All of them, and where it takes several, each alone.
  const sets = sent.length < 2 ? [sent] : [sent, ...sent.map((name) => [name])];
  return sets.flatMap((set) => [lackingHeaders(request, set, sent), wrongHeaders(request, set, sent)]);
}

function lackingHeaders(request: InteractionRequest, set: readonly string[], all: readonly string[]): Probe {
  const header = onlyOf(set, all);
  return {
    slug: header === undefined ? 'probe-no-credentials' : `probe-without-${header}`,
    title: header === undefined ? 'without credentials' : `without the header ${header}`,
    intent: { kind: 'refused', cause: 'no-credentials', ...(header === undefined ? {} : { header }) },
    request: withoutHeaders(request, set),
  };
}

function wrongHeaders(request: InteractionRequest, set: readonly string[], all: readonly string[]): Probe {
  const header = onlyOf(set, all);
  return {
    slug: `probe-wrong-${header ?? 'credentials'}`,
    title: header === undefined ? 'with wrong credentials' : `with a wrong value of the header ${header}`,
    intent: { kind: 'refused', cause: 'wrong-credentials', ...(header === undefined ? {} : { header }) },
    request: withWrongHeaders(request, set),
  };
}

/** The one header that a probe is about, unless it is about all there are. */
function onlyOf(set: readonly string[], all: readonly string[]): string | undefined {
  return set.length < all.length ? set[0] : undefined;
}

function withoutHeaders(request: InteractionRequest, names: readonly string[]): InteractionRequest {
  const isOther = (name: string) => !names.includes(name.toLowerCase());
  return {
    ...request,
    headers: request.headers.filter(([name]) => isOther(name)),
    injections: request.injections.filter(
      ({ at }) => !at.startsWith('header.') || isOther(at.slice('header.'.length)),
    ),
  };
}

function withWrongHeaders(request: InteractionRequest, names: readonly string[]): InteractionRequest {
  const headers = request.headers.map(([name, value]) => {
    if (!names.includes(name.toLowerCase())) return [name, value] as const;
    const template = request.injections.find(({ at }) => at === `header.${name}`);
    const example = typeof template?.example === 'string' ? template.example : value;
    return [name, wrongCredential(example)] as const;
  });
  return { ...withoutHeaders(request, names), headers };
}

/** Well-formed for its scheme (RFC 6750, RFC 7617), and nobody's. */
function wrongCredential(example: string): string {
  const scheme = /^(\S+)\s/.exec(example)?.[1];
  if (scheme === undefined) return 'not-a-credential';
  const isBasic = scheme.toLowerCase() === 'basic';
  return `${scheme} ${isBasic ? btoa('not-a-user:not-a-password') : 'not-a-credential'}`;
}

function missingParameters(operation: Operation, request: InteractionRequest): readonly Probe[] {
  return operation.parameters
    .filter(({ required, credential, in: place }) => required && !credential && place === 'query')
    .filter(({ name }) => request.query.some(([sent]) => sent === name))
    .map(({ name, presence }) => missingProbe(request, `query.${name}`, presence));
}

function missingFields(
  operation: Operation,
  request: InteractionRequest,
  input: DocumentedInput,
): readonly Probe[] {
  const { body } = request;
  if (body === undefined) return [];
  return input
    .requiredFields(operation, body)
    .map(({ pointer, presence }) => missingProbe(request, `body#${pointer}`, presence));
}

/** Of several members one is enough, and none is not. */
function missingChoices(
  operation: Operation,
  request: InteractionRequest,
  input: DocumentedInput,
): readonly Probe[] {
  const { body } = request;
  if (body === undefined) return [];
  return input.requiredChoices(operation, body).map(({ pointers, presence }) => {
    const places = pointers.map((pointer) => `body#${pointer}`);
    return {
      slug: `probe-missing-${places.map(placeSlug).join('-and-')}`,
      title: `without ${pointers.join(' and ')} in the body`,
      intent: { kind: 'refused', cause: 'missing-field', field: 'body#', reason: presence },
      request: places.reduce(withoutPlace, request),
    };
  });
}

function missingProbe(request: InteractionRequest, at: string, presence: Source): Probe {
  return {
    slug: `probe-missing-${placeSlug(at)}`,
    title: `without ${placeName(at)}`,
    intent: { kind: 'refused', cause: 'missing-field', field: at, reason: presence },
    request: withoutPlace(request, at),
  };
}
