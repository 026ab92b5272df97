import { userErrors } from '../errors/catalogue.ts';
import type { FilePlace } from '../model/file-place.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { RefusalCause } from '../model/operation.ts';
import { describedAt } from './described-at.ts';
import { readDataFile, readText } from './read-data-file.ts';
import schema from './schemas/pact.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

/** What we read of a Pact file; the rest stays as it is for Pact's own verifier. */
export interface PactFile {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly PactInteraction[];
}

export interface PactInteraction {
  readonly type: 'Synchronous/HTTP' | 'Asynchronous/Messages';
  readonly description: string;
  readonly providerStates?: readonly { readonly name: string; readonly params?: JsonObject }[];
  readonly comments: {
    readonly references: {
      readonly conformance: ConformanceReference;
      readonly documents?: Readonly<Record<string, string>>;
    };
  };
  readonly request?: PactRequest;
  /** The interaction as it stands in the file. */
  readonly raw: JsonObject;
  readonly place: FilePlace;
}

export interface PactRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: { readonly content?: Json };
  readonly generators?: JsonObject;
}

/** How an interaction of a Pact file is tied to the specs. */
export interface ConformanceReference {
  readonly operation: string;
  readonly intent?: 'accepted' | 'refused';
  readonly outcome?: 'success' | 'failure';
  readonly cause?: RefusalCause;
  readonly field?: string;
  readonly notification?: string;
  readonly follows?: string;
}

export function readPactFile(file: string): PactFile {
  const data = readDataFile(file);
  const pact = validateData<PactFile>(file, schema, data);
  if (pact.interactions.length === 0) throw userErrors.pactEmpty(file);
  const text = readText(file);
  const raw = isJsonObject(data) ? data['interactions'] : undefined;
  const interactions = pact.interactions.flatMap((interaction, index) => {
    const written = isJsonArray(raw) ? raw[index] : undefined;
    return isJsonObject(written)
      ? [{ ...interaction, raw: written, place: describedAt(file, text, interaction.description) }]
      : [];
  });
  return { ...pact, interactions };
}
