import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { VendorRecipes } from '../model/recipe.ts';
import type { Suite } from '../model/suite.ts';
import { checkRecipes } from './check-recipes.ts';
import { deepFreeze } from './deep-freeze.ts';
import { packageRoot } from './package-root.ts';
import { readDataFile } from './read-data-file.ts';
import type { RecipesData } from './recipes-data.ts';
import { recipesOfData } from './recipes-of-data.ts';
import schema from './schemas/recipes.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

/** The folder of recipes that comes with the package. */
export function ownRecipes(): string {
  return join(packageRoot(), 'contracts', 'recipes');
}

/**
 * The recipes of every vendor that has a file, held against the suite: each provider state of its contracts is
 * there, and each operation that leaves something behind. A vendor without a file has every state by hand.
 */
export function loadRecipes(folder: string, suite: Suite): readonly VendorRecipes[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return deepFreeze(files.toSorted().map((name) => loadVendorRecipes(folder, name, suite)));
}

/** Recipes of several folders, each held against the contracts that it lies beside. */
export function joinRecipes(folders: readonly string[], suite: Suite): readonly VendorRecipes[] {
  const found = new Map<string, string>();
  return folders.flatMap((folder) => {
    const pacts = join(dirname(folder), 'pacts');
    const contracts = suite.contracts.filter(({ file }) => dirname(file) === pacts);
    return loadRecipes(folder, { ...suite, contracts }).map((recipes) => {
      const { vendor } = recipes;
      const earlier = found.get(vendor);
      if (earlier !== undefined)
        throw userErrors.nameTwice('recipes of', vendor, earlier, join(folder, `${vendor}.yaml`));
      found.set(vendor, join(folder, `${vendor}.yaml`));
      return recipes;
    });
  });
}

function loadVendorRecipes(folder: string, name: string, suite: Suite): VendorRecipes {
  const file = join(folder, name);
  const vendor = name.replace(/\.yaml$/, '');
  const vendors = suite.specs.map((spec) => spec.vendor);
  if (!vendors.includes(vendor)) throw userErrors.nameUnknown('vendor', vendor, vendors);
  const data = validateData<RecipesData>(file, schema, readDataFile(file));
  const recipes = recipesOfData(vendor, data);
  checkRecipes(file, recipes, suite);
  return recipes;
}
