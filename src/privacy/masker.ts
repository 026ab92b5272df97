import type { Exchange } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { Mask, OutgoingRequest } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import { type Cloak, cloakText } from './cloak.ts';
import { KnownPeople } from './known-people.ts';
import { KnownSecrets } from './known-secrets.ts';
import { maskAgain } from './mask-again.ts';
import { type Described, maskExchange, maskRequest } from './mask-exchange.ts';
import { ownTexts, wordsOf } from './own-words.ts';
import { artefactScanner, type ScanArtefact } from './scan-artefact.ts';

/** Keeps secrets, and people where they are real, out of everything that one run writes. */
export interface Masker {
  /** From now on these are secrets as well. */
  readonly learn: (secrets: readonly Mask[]) => void;
  /** The only form in which an exchange is kept, judged and shown; `masks` are the secrets of its request. */
  readonly exchange: (exchange: Exchange, masks?: readonly Mask[]) => Exchange;
  /** For texts that come with no exchange: errors, log lines, crashes. */
  readonly text: (text: string) => string;
  /** A request of an operation that is only to be shown. */
  readonly request: (request: OutgoingRequest, operation: string) => OutgoingRequest;
  /** What was masked before, once more: whom a later exchange made known may stand in it. */
  readonly again: <Value>(value: Value) => Value;
  /** The same for what was kept with people as they are. */
  readonly secretsAgain: <Value>(value: Value) => Value;
  /** With secrets replaced and people as they are: for evidence that was asked for in full. */
  readonly secretsOnly: (exchange: Exchange) => Exchange;
  /** Values of provider states, as the exchanges have them. */
  readonly values: (values: Readonly<Record<string, Json>>) => Readonly<Record<string, Json>>;
  /** To be asked before anything is written. */
  readonly scan: ScanArtefact;
  /** Likewise, where people may stand: for what the user wants whole, and for what clean-up needs. */
  readonly scanForSecrets: ScanArtefact;
  /** Sentences for a person about secrets that cannot be kept out everywhere. */
  readonly warnings: () => readonly string[];
}

export interface MaskerOptions {
  readonly suite: Pick<Suite, 'specs' | 'contracts'>;
  /** Every secret that is known before anything is sent. */
  readonly secrets: readonly Mask[];
  /** Fictional people need no pseudonyms. */
  readonly people: 'real' | 'fictional';
  /** Its texts and keys are words that the product itself says, besides those of the suite. */
  readonly words?: unknown;
}

export function createMasker({ suite, secrets, people, words: said }: MaskerOptions): Masker {
  const words = wordsOf(suite, said);
  const own = ownTexts(suite);
  const cloak: Cloak = {
    secrets: new KnownSecrets(words),
    people: people === 'real' ? new KnownPeople(words, own) : undefined,
  };
  const learn = (masks: readonly Mask[]): void => {
    for (const { secret, shown } of masks) cloak.secrets.add(secret, shown);
  };
  learn(secrets);
  const withPeople: Cloak = { secrets: cloak.secrets, people: undefined };
  return {
    learn,
    exchange: (exchange, masks = []) => {
      learn(masks);
      const described = describe(suite.specs, exchange.operation);
      // Twice: whoever is met in the last notification may have been in the request.
      maskExchange(exchange, described, cloak);
      return maskExchange(exchange, described, cloak);
    },
    text: (text) => cloakText(text, cloak),
    request: (request, operation) => showRequest(request, describe(suite.specs, operation), cloak),
    again: (value) => maskAgain(value, cloak),
    secretsAgain: (value) => maskAgain(value, withPeople),
    secretsOnly: (exchange) => maskExchange(exchange, describe(suite.specs, exchange.operation), withPeople),
    values: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          mapTexts(value, (text) => cloak.people?.knownAs(text) ?? cloakText(text, cloak)),
        ]),
      ),
    scan: artefactScanner(cloak),
    scanForSecrets: artefactScanner(withPeople),
    warnings: () => cloak.secrets.warnings,
  };
}

/** The secrets of a tenant, by the names they are shown under. */
export function tenantMasks(values: readonly string[]): readonly Mask[] {
  return values.map((secret) => ({ secret, shown: '[secret:tenant]' }));
}

function showRequest(
  { body, ...request }: OutgoingRequest,
  described: Described | undefined,
  cloak: Cloak,
): OutgoingRequest {
  const sent = { ...request, body: body === undefined ? undefined : { text: body } };
  const shown = maskRequest(sent, described, cloak);
  return { ...shown, body: shown.body && 'text' in shown.body ? shown.body.text : undefined };
}

function describe(specs: Suite['specs'], operation: string): Described | undefined {
  for (const spec of specs) {
    const found = spec.operations.find(({ id }) => id === operation);
    if (found !== undefined) return { spec, operation: found };
  }
  return undefined;
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isJsonArray(value)) return value.map((member) => mapTexts(member, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member, change)]));
}
