import type { Exchange } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { Mask } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import { type Cloak, cloakText } from './cloak.ts';
import { KnownPeople } from './known-people.ts';
import { KnownSecrets } from './known-secrets.ts';
import { type Described, maskExchange } from './mask-exchange.ts';
import { ownTexts, wordsOf } from './own-words.ts';
import { artefactScanner, type ScanArtefact } from './scan-artefact.ts';

/** Keeps secrets, and people where they are real, out of everything that one run writes. */
export interface Masker {
  /** The only form in which an exchange is kept, judged and shown; `masks` are the secrets of its request. */
  readonly exchange: (exchange: Exchange, masks?: readonly Mask[]) => Exchange;
  /** For texts that come with no exchange: errors, log lines, crashes. */
  readonly text: (text: string) => string;
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
}

export function createMasker({ suite, secrets, people }: MaskerOptions): Masker {
  const words = wordsOf(suite);
  const own = ownTexts(suite);
  const cloak: Cloak = {
    secrets: new KnownSecrets(words),
    people: people === 'real' ? new KnownPeople(words, own) : undefined,
  };
  const learn = (masks: readonly Mask[]): void => {
    for (const { secret, shown } of masks) cloak.secrets.add(secret, shown);
  };
  learn(secrets);
  return {
    exchange: (exchange, masks = []) => {
      learn(masks);
      const described = describe(suite.specs, exchange);
      // Twice: whoever is met in the last notification may have been in the request.
      maskExchange(exchange, described, cloak);
      return maskExchange(exchange, described, cloak);
    },
    text: (text) => cloakText(text, cloak),
    secretsOnly: (exchange) =>
      maskExchange(exchange, describe(suite.specs, exchange), { secrets: cloak.secrets, people: undefined }),
    values: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          mapTexts(value, (text) => cloak.people?.knownAs(text) ?? cloakText(text, cloak)),
        ]),
      ),
    scan: artefactScanner(cloak),
    scanForSecrets: artefactScanner({ secrets: cloak.secrets, people: undefined }),
    warnings: () => cloak.secrets.warnings,
  };
}

/** The secrets of a tenant, by the names they are shown under. */
export function tenantMasks(values: readonly string[]): readonly Mask[] {
  return values.map((secret) => ({ secret, shown: '[secret:tenant]' }));
}

function describe(specs: Suite['specs'], { operation }: Exchange): Described | undefined {
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
