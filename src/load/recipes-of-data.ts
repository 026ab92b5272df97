import type {
  AnswerSign,
  Capture,
  Leftover,
  RecipeRequest,
  RecipeStep,
  Search,
  StateRecipe,
  Undo,
  VendorRecipes,
} from '../model/recipe.ts';
import type {
  CapturesData,
  LeftoverData,
  ProofData,
  RecipesData,
  RequestData,
  SearchData,
  StateData,
  StepData,
  UndoData,
} from './recipes-data.ts';

const USUALLY_ACCEPTED = [200, 201, 202, 204] as const;

/** The loaded form of a valid file of recipes: what is left out has its usual value. */
export function recipesOfData(vendor: string, data: RecipesData): VendorRecipes {
  const { csrf, keepsCookies, basis } = data.session;
  return {
    vendor,
    signIn: data.signIn,
    session: { keepsCookies, csrf: csrf && { ...csrf, request: requestOf(csrf.request) }, basis },
    health: data.health.map(({ request, accepts = USUALLY_ACCEPTED, expects = [], shows = {}, ...told }) => ({
      ...told,
      request: requestOf(request),
      ...{ accepts, expects, shows },
    })),
    kinds: data.kinds,
    states: Object.entries(data.states).map(([state, entry]) => stateOf(state, entry)),
    leftovers: Object.entries(data.leftovers).map(([operation, entry]) => leftoverOf(operation, entry)),
  };
}

function stateOf(state: string, data: StateData): StateRecipe {
  const { credentials = [], needs = {}, generates = {}, provides, after = [], lasts = 'run' } = data;
  return {
    ...{ state, credentials, needs, generates, provides, after, lasts },
    scarce: data.scarce,
    steps: (data.steps ?? []).map(stepOf),
    byHand: data.byHand,
  };
}

function stepOf(data: StepData): RecipeStep {
  const { id, says, what, effects, basis, accepts = USUALLY_ACCEPTED, expects = [], alters = [] } = data;
  return {
    ...{ id, says, what, effects, basis, accepts, expects, alters },
    request: requestOf(data.request),
    captures: capturesOf(data.captures),
    patience: data.patience && { ...data.patience, notYet: signsOf(data.patience.notYet) },
    undo: data.undo && undoOf(data.undo),
    search: data.search && searchOf(data.search),
    remains: data.remains,
  };
}

function leftoverOf(operation: string, { says, what, basis, ...data }: LeftoverData): Leftover {
  return {
    ...{ operation, says, what, basis },
    expects: data.expects ?? [],
    captures: capturesOf(data.captures),
    spends: data.spends ?? [],
    alters: data.alters ?? [],
    undo: data.undo && undoOf(data.undo),
    search: data.search && searchOf(data.search),
    stays: data.stays,
  };
}

function undoOf(data: UndoData): Undo {
  const { says, effects, basis, accepts = USUALLY_ACCEPTED, expects = [], proof, otherwise } = data;
  return {
    ...{ says, effects, basis, accepts, expects },
    request: requestOf(data.request),
    proof: proof && {
      request: requestOf(proof.request),
      gone: signsOf(proof.gone),
      basis: proof.basis,
    },
    missing: signsOf(data.missing ?? []),
    otherwise: otherwise && undoOf(otherwise),
    remains: data.remains,
  };
}

function signsOf(signs: ProofData['gone']): readonly AnswerSign[] {
  return signs.map(({ status, shows = [] }) => ({ status, shows }));
}

function searchOf({ request, captures, total, ...told }: SearchData): Search {
  return { ...told, request: requestOf(request), captures: capturesOf(captures), total };
}

function requestOf({
  method,
  path,
  query = {},
  headers = {},
  body,
  signedIn = true,
}: RequestData): RecipeRequest {
  return { method, path, query, headers, body, signedIn };
}

function capturesOf(captures: CapturesData = {}): readonly Capture[] {
  return Object.entries(captures).map(([name, { at, take }]) => ({ name, at, take }));
}
