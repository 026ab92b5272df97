import { userErrors } from '../errors/catalogue.ts';
import type { HttpInteraction, Intent, MessageInteraction, ProviderState } from '../model/interaction.ts';
import { isInputCause } from '../model/operation.ts';
import type { Source, Strength } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import type { PactFile, PactInteraction } from './pact-file.ts';
import { interactionRequestOf } from './pact-request.ts';

/** The HTTP interactions of a pact file, each with the messages that follow it. */
export function loadInteractions(
  file: string,
  pact: PactFile,
  vendor: string,
  specs: readonly Spec[],
): readonly HttpInteraction[] {
  const messages = pact.interactions.filter(({ type }) => type === 'Asynchronous/Messages');
  const http = pact.interactions.filter(({ type }) => type === 'Synchronous/HTTP');
  const orphan = messages.find((message) => !http.some((interaction) => follows(message, interaction)));
  if (orphan !== undefined)
    throw userErrors.pactUnmatched(file, orphan.description, 'follows no interaction of the file.');
  for (const message of messages) assertNotificationKnown(file, message, specs);
  return http.map((interaction) => {
    assertOperationKnown(file, interaction, specs);
    const followers = messages.filter((message) => follows(message, interaction));
    return httpInteractionOf(file, pact.consumer.name, vendor, interaction, followers);
  });
}

function follows(message: PactInteraction, interaction: PactInteraction): boolean {
  return message.comments.references.conformance.follows === interaction.description;
}

function assertOperationKnown(file: string, interaction: PactInteraction, specs: readonly Spec[]): void {
  const { operation } = interaction.comments.references.conformance;
  if (!specs.some(({ operations }) => operations.some(({ id }) => id === operation)))
    throw userErrors.pactUnmatched(
      file,
      interaction.description,
      `names the operation "${operation}", which no spec documents.`,
    );
}

function assertNotificationKnown(file: string, message: PactInteraction, specs: readonly Spec[]): void {
  const { operation, notification = '' } = message.comments.references.conformance;
  const documented = specs.flatMap(({ operations }) => operations).find(({ id }) => id === operation);
  if (documented?.notifications?.kinds.some(({ name }) => name === notification) !== true)
    throw userErrors.pactUnmatched(
      file,
      message.description,
      `names the notification "${notification}", which no spec documents for "${operation}".`,
    );
}

function httpInteractionOf(
  file: string,
  consumer: string,
  vendor: string,
  interaction: PactInteraction,
  messages: readonly PactInteraction[],
): HttpInteraction {
  if (interaction.request === undefined)
    throw userErrors.pactUnmatched(file, interaction.description, 'has no request.');
  return {
    kind: 'http',
    id: slugOf(interaction.description),
    consumer,
    vendor,
    operation: interaction.comments.references.conformance.operation,
    description: interaction.description,
    intent: intentOf(file, interaction),
    states: statesOf(interaction),
    request: interactionRequestOf(interaction.request),
    notifications: messages.map(messageInteractionOf),
    pact: interaction.raw,
    sources: sourcesOf(interaction),
    location: interaction.place,
  };
}

function messageInteractionOf(interaction: PactInteraction): MessageInteraction {
  return {
    kind: 'message',
    id: slugOf(interaction.description),
    description: interaction.description,
    notification: interaction.comments.references.conformance.notification ?? '',
    pact: interaction.raw,
    sources: sourcesOf(interaction),
  };
}

function intentOf(file: string, interaction: PactInteraction): Intent {
  const { intent, outcome, cause, field } = interaction.comments.references.conformance;
  if (intent === 'accepted') return { kind: 'accepted', outcome: outcome ?? 'success' };
  if (intent === 'refused' && cause !== undefined && !isInputCause(cause)) return { kind: 'refused', cause };
  if (intent === 'refused' && cause !== undefined && isInputCause(cause) && field !== undefined)
    return { kind: 'refused', cause, field };
  throw userErrors.pactUnmatched(
    file,
    interaction.description,
    'does not say what it means to provoke (intent, cause, field).',
  );
}

function statesOf(interaction: PactInteraction): readonly ProviderState[] {
  return (interaction.providerStates ?? []).map(({ name, params }) => ({ name, params: params ?? {} }));
}

const CITED = /(\d+)(?:-(\d+))?\s+(stated|shown|inferred)/g;

/** References such as `31-48 shown; 25 stated`, by document. */
function sourcesOf(interaction: PactInteraction): readonly Source[] {
  return Object.entries(interaction.comments.references.documents ?? {}).flatMap(([document, text]) =>
    [...text.matchAll(CITED)].map(([, from, to, strength]) => ({
      document,
      lines: [Number(from), Number(to ?? from)] as const,
      strength: strength as Strength,
    })),
  );
}

export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
