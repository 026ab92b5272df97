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
  /** False where the vendor wants nobody signed in, such as an interface for customers. */
  readonly signedIn: boolean;
}

/** A value taken from an answer: a JSON Pointer into its body in which `*` collects every member into a list. */
export interface Capture {
  readonly name: string;
  readonly at: string;
  /** How many members of a collected list are taken; a number or `{param}` of the state. */
  readonly take: number | string | undefined;
}

/** What stands at a pointer of an answer's body; `null` stands for nothing as well. */
export type ValueSign =
  | { readonly at: string; readonly is: Json }
  | { readonly at: string; readonly isNot: Json };

/** A mark of an answer: one of these statuses, and everything that its body has to show. */
export interface AnswerSign {
  readonly status: readonly number[];
  readonly shows: readonly ValueSign[];
}

/** Something an answer has to show beyond its status. */
export interface Expectation {
  readonly at: string;
  /** `null` stands for nothing as well. */
  readonly is: Json;
  /** What it means when it does not. */
  readonly otherwise: string;
}

/** A read that shows whether something is still there. */
export interface Proof {
  readonly request: RecipeRequest;
  /** Any of them shows that it is gone. */
  readonly gone: readonly AnswerSign[];
  readonly basis: string;
}

/** What undoes a step, and what proves that it is undone. */
export interface Undo {
  /** What it does, for a person. */
  readonly says: string;
  readonly request: RecipeRequest;
  readonly accepts: readonly number[];
  readonly expects: readonly Expectation[];
  readonly effects: readonly Effect[];
  readonly proof: Proof | undefined;
  /** Answers that say that there is nothing to undo: as good as a proof. */
  readonly missing: readonly AnswerSign[];
  /** Tried when the vendor refuses the undo itself, for example archiving instead of deleting. */
  readonly otherwise: Undo | undefined;
  /** What is left for good even then, such as a closed case in the history. */
  readonly remains: string | undefined;
  readonly basis: string;
}

/** A read that finds what was made when the answer to the creating request was lost. */
export interface Search {
  readonly request: RecipeRequest;
  /** The list in the answer. */
  readonly list: string;
  /** A member is ours when the value at `at` inside it is `is`. */
  readonly at: string;
  readonly is: Json;
  /** Pointers into that member. */
  readonly captures: readonly Capture[];
  /** Pointer to how many there are in all: a longer list than the one shown proves no absence. */
  readonly total: string | undefined;
  readonly basis: string;
}

/** Asking again for what the vendor is not ready for yet. */
export interface Patience {
  /** Answers that mean so; whatever they refused has not happened. */
  readonly notYet: readonly AnswerSign[];
  /** How often the request is sent at most. */
  readonly tries: number;
  readonly everySeconds: number;
}

export interface RecipeStep {
  readonly id: string;
  /** What it makes or asks, for a person. */
  readonly says: string;
  /** Kind of thing it makes, changes or asks for: `contact`, `case`, `session`. */
  readonly what: string;
  readonly request: RecipeRequest;
  /** Statuses that mean it worked; others make the state unavailable. */
  readonly accepts: readonly number[];
  readonly expects: readonly Expectation[];
  readonly patience: Patience | undefined;
  readonly effects: readonly Effect[];
  readonly captures: readonly Capture[];
  /** Values that name what it changes: these must be things that this run has made, never the tenant's own. */
  readonly alters: readonly string[];
  readonly undo: Undo | undefined;
  readonly search: Search | undefined;
  /** What is left behind where nothing undoes it. */
  readonly remains: string | undefined;
  /** What is known of it, and how well. */
  readonly basis: string;
}

export const LASTINGS = ['exchange', 'until-spent', 'run'] as const;
/** Who has the use of a state that was made: one exchange, all until an accepted call spends it, or the whole run. */
export type Lasting = (typeof LASTINGS)[number];

/** How a provider state is had on a live tenant. */
export interface StateRecipe {
  readonly state: string;
  /** Credentials, by value name, that the state itself consists of. */
  readonly credentials: readonly string[];
  /** Values that the tenant has to supply for the steps, by name, with what they are. */
  readonly needs: Readonly<Record<string, string>>;
  /** Texts made up anew for each exchange: `{run}` is of this run alone, `{n}` counts; `{marker}` has both. */
  readonly generates: Readonly<Record<string, string>>;
  /** Values it provides once its steps are done. */
  readonly provides: readonly string[];
  /** States that must hold before. */
  readonly after: readonly string[];
  readonly lasts: Lasting;
  /** Kind of thing that the account has little room for: what the run has made of it is taken away before the steps. */
  readonly scarce: string | undefined;
  readonly steps: readonly RecipeStep[];
  /** Why it cannot be made through the vendor's own API, and what the tenant must supply instead. */
  readonly byHand: string | undefined;
}

/** What an accepted call of a documented operation leaves behind, and how it is taken away. */
export interface Leftover {
  readonly operation: OperationId;
  readonly says: string;
  readonly what: string;
  /** What an answer has to show to have left something: an error under a status of success has not. */
  readonly expects: readonly Expectation[];
  readonly captures: readonly Capture[];
  /** States, lasting until they are spent, that do not hold any more for another call. */
  readonly spends: readonly string[];
  /** Values that name what it changes for good: these must be things that this run has made, never the tenant's own. */
  readonly alters: readonly string[];
  readonly undo: Undo | undefined;
  readonly search: Search | undefined;
  /** Why it cannot be undone. */
  readonly stays: string | undefined;
  readonly basis: string;
}

/** A harmless request that shows whether the credentials and the API are there. */
export interface HealthProbe {
  readonly says: string;
  readonly request: RecipeRequest;
  readonly accepts: readonly number[];
  /** What the answer has to show, or a run would not come far. */
  readonly expects: readonly Expectation[];
  /** Shown to the person, by name: a pointer into the answer (version, edition…). */
  readonly shows: Readonly<Record<string, string>>;
  readonly basis: string;
}

/** How a session is kept with the vendor. */
export interface SessionRules {
  /** Send cookies of earlier answers again. */
  readonly keepsCookies: boolean;
  /** A read whose answer names, in these headers, the header to send and its value with every change. */
  readonly csrf:
    | { readonly request: RecipeRequest; readonly nameHeader: string; readonly valueHeader: string }
    | undefined;
  readonly basis: string;
}

/** What a vendor's own API offers for preparing and clearing a live tenant; data beside the contracts. */
export interface VendorRecipes {
  readonly vendor: string;
  /** Headers that sign every request of a recipe in, with `{name}` for credentials. */
  readonly signIn: Readonly<Record<string, string>>;
  readonly session: SessionRules;
  readonly health: readonly HealthProbe[];
  /** Kind of thing that each value names, as in the `x-touches` of the spec. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly states: readonly StateRecipe[];
  readonly leftovers: readonly Leftover[];
}
