// Every value that a recipe uses is there by then, and none is a secret: recipes go into the ledger as they are.
import { escapeToken } from '../model/json-pointer.ts';
import type { Leftover, RecipeStep, Search, StateRecipe, Undo, VendorRecipes } from '../model/recipe.ts';
import { namesOfRequest, namesOfSearch, namesOfUndo, placeholdersIn } from '../model/recipe-names.ts';

/** Throws with the place of the file, what is there and what should be. */
export type Refuse = (pointer: string, found: string, expected: string) => never;

/** Values that every recipe has: the run, a count, and both of them in one text. */
const ALWAYS = ['run', 'n', 'marker'] as const;

export function checkStateNames(
  recipes: VendorRecipes,
  credentials: readonly string[],
  refuse: Refuse,
): void {
  const providedBy = new Map<string, readonly string[]>();
  for (const recipe of recipes.states) {
    const pointer = `/states/${escapeToken(recipe.state)}`;
    const given = [...ALWAYS, ...recipe.after.flatMap((name) => providedBy.get(name) ?? [])];
    const made = [...given, ...Object.keys(recipe.needs), ...Object.keys(recipe.generates)];
    checkGenerated(recipe, pointer, refuse);
    const names = [...made];
    for (const [index, step] of recipe.steps.entries()) {
      checkStep(step, names, `${pointer}/steps/${index}`, refuse);
      names.push(...step.captures.map(({ name }) => name));
    }
    const secret = [...names, ...recipe.provides].find((name) => credentials.includes(name));
    if (secret !== undefined) refuse(pointer, `the credential "${secret}"`, 'values that are no secrets');
    const unmet = recipe.byHand === undefined && recipe.provides.find((name) => !names.includes(name));
    if (typeof unmet === 'string')
      refuse(`${pointer}/provides`, `"${unmet}"`, 'something that a step captures, or byHand');
    providedBy.set(recipe.state, [...given, ...recipe.provides]);
  }
}

export function checkLeftoverNames(
  { leftovers }: VendorRecipes,
  sentWith: (leftover: Leftover) => readonly string[],
  refuse: Refuse,
): void {
  for (const leftover of leftovers) {
    const pointer = `/leftovers/${escapeToken(leftover.operation)}`;
    const known = [...ALWAYS, ...sentWith(leftover)];
    requireKnown(leftover.alters, known, `${pointer}/alters`, refuse);
    checkAfterwards(leftover, known, pointer, refuse);
  }
}

function checkGenerated({ generates }: StateRecipe, pointer: string, refuse: Refuse): void {
  for (const [name, text] of Object.entries(generates))
    requireKnown(placeholdersIn(text), ALWAYS, `${pointer}/generates/${name}`, refuse);
}

function checkStep(step: RecipeStep, known: readonly string[], pointer: string, refuse: Refuse): void {
  requireKnown(namesOfRequest(step.request), known, `${pointer}/request`, refuse);
  requireKnown(step.alters, known, `${pointer}/alters`, refuse);
  checkAfterwards(step, known, pointer, refuse);
}

interface Undoable {
  readonly captures: RecipeStep['captures'];
  readonly undo: Undo | undefined;
  readonly search: Search | undefined;
}

function checkAfterwards(
  { captures, undo, search }: Undoable,
  known: readonly string[],
  pointer: string,
  refuse: Refuse,
): void {
  const captured = captures.map(({ name }) => name);
  if (undo !== undefined) requireKnown(namesOfUndo(undo), [...known, ...captured], `${pointer}/undo`, refuse);
  if (search === undefined) return;
  requireKnown(namesOfSearch(search), known, `${pointer}/search`, refuse);
  const found = search.captures.map(({ name }) => name);
  const needed = undo === undefined ? [] : namesOfUndo(undo);
  requireKnown(needed, [...known, ...found], `${pointer}/search/captures`, refuse);
}

function requireKnown(
  used: readonly string[],
  known: readonly string[],
  pointer: string,
  refuse: Refuse,
): void {
  const unknown = used.find((name) => !known.includes(name));
  if (unknown !== undefined) refuse(pointer, `"${unknown}"`, `one of ${known.join(', ')}`);
}
