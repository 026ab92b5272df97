import type { HttpInteraction, Intent, InteractionRequest } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';

/** What a request means to provoke: two that mean the same need not both be sent. */
export function provocationOf(
  operation: Operation,
  { intent, request }: { readonly intent: Intent; readonly request: InteractionRequest },
  base: HttpInteraction,
): string {
  if (intent.kind === 'accepted') return intent.kind;
  if ('field' in intent) return `${intent.cause} ${intent.field}`;
  const isOfCredentials = intent.cause === 'no-credentials' || intent.cause === 'wrong-credentials';
  if (!isOfCredentials) return intent.cause;
  return [intent.cause, ...credentialsApart(operation, request, base.request)].join(' ');
}

/** Of several credentials one may be wrong, or all of them. */
function credentialsApart(
  { parameters }: Operation,
  request: InteractionRequest,
  base: InteractionRequest,
): readonly string[] {
  return parameters
    .filter(({ credential }) => credential)
    .map(({ name }) => name.toLowerCase())
    .filter((name) => headerOf(request, name) !== headerOf(base, name));
}

/** The name of what a state supplies, else what is sent. */
function headerOf({ headers, injections }: InteractionRequest, name: string): string | undefined {
  const injected = injections.find(({ at }) => at.toLowerCase() === `header.${name}`);
  return injected?.expression ?? headers.find(([sent]) => sent.toLowerCase() === name)?.[1];
}
