// A file of recipes as its schema lets it be; what may be left out is undefined here.
import type { Json } from '../model/json.ts';
import type { Effect } from '../model/operation.ts';
import type { Expectation, Lasting, ValueSign } from '../model/recipe.ts';

type Texts = Readonly<Record<string, string>>;

export interface RequestData {
  readonly method: string;
  readonly path: string;
  readonly query?: Texts;
  readonly headers?: Texts;
  readonly body?: Json;
  readonly signedIn?: boolean;
}

export type CapturesData = Readonly<Record<string, { readonly at: string; readonly take?: number | string }>>;

type SignsData = readonly { readonly status: readonly number[]; readonly shows?: readonly ValueSign[] }[];

export interface ProofData {
  readonly request: RequestData;
  readonly gone: SignsData;
  readonly basis: string;
}

export interface UndoData {
  readonly says: string;
  readonly request: RequestData;
  readonly accepts?: readonly number[];
  readonly expects?: readonly Expectation[];
  readonly effects: readonly Effect[];
  readonly proof?: ProofData;
  readonly missing?: SignsData;
  readonly otherwise?: UndoData;
  readonly remains?: string;
  readonly basis: string;
}

export interface SearchData {
  readonly request: RequestData;
  readonly list: string;
  readonly at: string;
  readonly is: Json;
  readonly captures: CapturesData;
  readonly total?: string;
  readonly basis: string;
}

export interface StepData {
  readonly id: string;
  readonly says: string;
  readonly what: string;
  readonly request: RequestData;
  readonly accepts?: readonly number[];
  readonly expects?: readonly Expectation[];
  readonly patience?: { readonly notYet: SignsData; readonly tries: number; readonly everySeconds: number };
  readonly effects: readonly Effect[];
  readonly captures?: CapturesData;
  readonly alters?: readonly string[];
  readonly undo?: UndoData;
  readonly search?: SearchData;
  readonly remains?: string;
  readonly basis: string;
}

export interface StateData {
  readonly credentials?: readonly string[];
  readonly needs?: Texts;
  readonly generates?: Texts;
  readonly provides: readonly string[];
  readonly after?: readonly string[];
  readonly lasts?: Lasting;
  readonly scarce?: string;
  readonly steps?: readonly StepData[];
  readonly byHand?: string;
}

export interface LeftoverData {
  readonly says: string;
  readonly what: string;
  readonly expects?: readonly Expectation[];
  readonly captures?: CapturesData;
  readonly spends?: readonly string[];
  readonly alters?: readonly string[];
  readonly undo?: UndoData;
  readonly search?: SearchData;
  readonly stays?: string;
  readonly basis: string;
}

export interface RecipesData {
  readonly signIn: Texts;
  readonly session: {
    readonly keepsCookies: boolean;
    readonly csrf?: {
      readonly request: RequestData;
      readonly nameHeader: string;
      readonly valueHeader: string;
    };
    readonly basis: string;
  };
  readonly health: readonly {
    readonly says: string;
    readonly request: RequestData;
    readonly accepts?: readonly number[];
    readonly expects?: readonly Expectation[];
    readonly shows?: Texts;
    readonly basis: string;
  }[];
  readonly kinds: Texts;
  readonly states: Readonly<Record<string, StateData>>;
  readonly leftovers: Readonly<Record<string, LeftoverData>>;
}
