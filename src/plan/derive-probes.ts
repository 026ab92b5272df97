import { withMember } from '../model/edit-json.ts';
import type { HttpInteraction, Intent, InteractionRequest } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { Operation, RequiredField } from '../model/operation.ts';

/** A request that differs from a good one in a single thing, which the document gives reason to refuse. */
export interface Probe {
  readonly slug: string;
  readonly title: string;
  readonly intent: Intent;
  readonly request: InteractionRequest;
}

/** Tells which members of a good body the document does not let one leave out. */
export type RequiredFieldFinder = (operation: Operation, body: Json) => readonly RequiredField[];

/** Probes for what the operation requires; `base` is a request that is to be accepted. */
export function deriveProbes(
  operation: Operation,
  base: HttpInteraction,
  requiredFieldsOf: RequiredFieldFinder,
): readonly Probe[] {
  return [
    ...credentialProbes(operation, base.request),
    ...missingParameters(operation, base.request),
    ...missingFields(operation, base.request, requiredFieldsOf),
  ];
}

function credentialProbes(operation: Operation, request: InteractionRequest): readonly Probe[] {
  const names = operation.parameters
    .filter(({ credential }) => credential)
    .map(({ name }) => name.toLowerCase());
  const sent = request.headers.map(([name]) => name.toLowerCase()).filter((name) => names.includes(name));
  if (sent.length === 0) return [];
  const without: Probe = {
    slug: 'probe-no-credentials',
    title: 'without credentials',
    intent: { kind: 'refused', cause: 'no-credentials' },
    request: withoutHeaders(request, sent),
  };
  const wrong: Probe = {
    slug: 'probe-wrong-credentials',
    title: 'with wrong credentials',
    intent: { kind: 'refused', cause: 'wrong-credentials' },
    request: withWrongHeaders(request, sent),
  };
  const halves =
    sent.length < 2
      ? []
      : sent.map(
          (name): Probe => ({
            slug: `probe-without-${name}`,
            title: `without the header ${name}`,
            intent: { kind: 'refused', cause: 'no-credentials' },
            request: withoutHeaders(request, [name]),
          }),
        );
  return [without, wrong, ...halves];
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
    .map(({ name, presence }) => ({
      slug: `probe-missing-${slug(name)}`,
      title: `without the query parameter ${name}`,
      intent: { kind: 'refused', cause: 'missing-field', field: `query.${name}`, reason: presence },
      request: {
        ...request,
        query: request.query.filter(([sent]) => sent !== name),
        injections: request.injections.filter(({ at }) => at !== `query.${name}`),
      },
    }));
}

function missingFields(
  operation: Operation,
  request: InteractionRequest,
  requiredFieldsOf: RequiredFieldFinder,
): readonly Probe[] {
  const { body } = request;
  if (body === undefined) return [];
  return requiredFieldsOf(operation, body).map(({ pointer, presence }) => ({
    slug: `probe-missing-${slug(pointer)}`,
    title: `without ${pointer} in the body`,
    intent: { kind: 'refused', cause: 'missing-field', field: `body#${pointer}`, reason: presence },
    request: {
      ...request,
      body: withMember(body, pointer, undefined),
      injections: request.injections.filter(({ at }) => !isAtOrBelow(at, `body#${pointer}`)),
    },
  }));
}

function isAtOrBelow(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}/`);
}

function slug(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}
