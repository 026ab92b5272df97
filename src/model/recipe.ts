import type { Json } from './json.ts';
import type { Effect, OperationId } from './operation.ts';

/**
 * A request of a recipe. `{name}` in path, query, header or a text of the body stands for a value; a text that is
 * nothing but `{name}` takes the value with its JSON type.
 */
export interface RecipeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

/** A value taken from an answer: a JSON Pointer into its body in which `*` collects every member into a list. */
export interface Capture {
  readonly name: string;
  readonly at: string;
  /** How many members of a collected list are taken; a number or `{param}` of the state. */
  readonly take: number | string | undefined;
}

/** What undoes a step, and what proves that it is undone. */
export interface Undo {
  readonly request: RecipeRequest;
  readonly effects: readonly Effect[];
  /** A read that answers with one of `gone` when nothing is left, or shows `absent` at that pointer. */
  readonly proof:
    | {
        readonly request: RecipeRequest;
        readonly gone: readonly number[];
        /** Pointer at which the answer is null, missing or `is` when it is undone. */
        readonly at: string | undefined;
        readonly is: Json | undefined;
      }
    | undefined;
  /** Tried when the vendor refuses the undo itself, for example archiving instead of deleting. */
  readonly otherwise: Undo | undefined;
}

export interface RecipeStep {
  readonly id: string;
  /** What it makes or asks, for a person. */
  readonly says: string;
  readonly request: RecipeRequest;
  /** Statuses that mean it worked; others make the state unavailable. */
  readonly accepts: readonly number[];
  readonly effects: readonly Effect[];
  readonly captures: readonly Capture[];
  readonly undo: Undo | undefined;
}

/** How a provider state is had on a live tenant. */
export interface StateRecipe {
  readonly state: string;
  /** Credentials, by value name, that the state itself consists of. */
  readonly credentials: readonly string[];
  /** Texts made up anew for each exchange: `{run}` is the run's id, `{n}` counts. */
  readonly generates: Readonly<Record<string, string>>;
  /** Values it provides once its steps are done. */
  readonly provides: readonly string[];
  /** States that must hold before. */
  readonly after: readonly string[];
  /** True: made anew for each exchange; false: once a run. */
  readonly fresh: boolean;
  readonly steps: readonly RecipeStep[];
  /** Why it cannot be made through the vendor's own API, and what the tenant must supply instead. */
  readonly byHand: string | undefined;
}

/** What an accepted call of a documented operation leaves behind, and how it is taken away. */
export interface Leftover {
  readonly operation: OperationId;
  readonly says: string;
  readonly captures: readonly Capture[];
  readonly undo: Undo | undefined;
  /** Why it cannot be undone. */
  readonly stays: string | undefined;
}

/** A harmless request that shows whether the credentials and the API are there. */
export interface HealthProbe {
  readonly says: string;
  readonly request: RecipeRequest;
  readonly accepts: readonly number[];
  /** Shown to the person, by name: a pointer into the answer (version, edition…). */
  readonly shows: Readonly<Record<string, string>>;
}

/** How a session is kept with the vendor. */
export interface SessionRules {
  /** Send cookies of earlier answers again. */
  readonly keepsCookies: boolean;
  /** A read whose answer names, in these headers, the header to send and its value with every change. */
  readonly csrf:
    | { readonly request: RecipeRequest; readonly nameHeader: string; readonly valueHeader: string }
    | undefined;
}

/** What a vendor's own API offers for preparing and clearing a live tenant; data beside the contracts. */
export interface VendorRecipes {
  readonly vendor: string;
  /** Headers that sign every request of a recipe in, with `{name}` for credentials. */
  readonly signIn: Readonly<Record<string, string>>;
  readonly session: SessionRules;
  readonly health: readonly HealthProbe[];
  readonly states: readonly StateRecipe[];
  readonly leftovers: readonly Leftover[];
}
