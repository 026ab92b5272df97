import type { Part } from './arrange-states.ts';
import type { Performed } from './perform-step.ts';
import type { Sharing } from './sharing.ts';

type Kept = Map<string, Promise<Performed>>;

/** The states of a run that were made and still hold, so that the next exchange need not have its own. */
export class KeptStates {
  readonly #forRun: Kept = new Map();
  readonly #shared = new Map<string, Kept>();

  /** What was made before, or what `make` makes now. */
  async keep(
    { recipe, params, root, isMade }: Part,
    sharing: Sharing | undefined,
    make: () => Promise<Performed>,
  ): Promise<Performed> {
    if (!isMade || recipe.lasts === 'exchange') return make();
    if (recipe.lasts === 'run') return once(this.#forRun, JSON.stringify([recipe.state, params, root]), make);
    const key = sharing?.key ?? '';
    const kept = this.#shared.get(key) ?? new Map<string, Promise<Performed>>();
    this.#shared.set(key, kept);
    const performed = await once(kept, recipe.state, make);
    // Half of what was to be shared is good for nobody: the next one begins anew.
    if (performed.kind === 'impossible') this.#shared.delete(key);
    return performed;
  }

  /** From now on it serves nobody any more. */
  forget({ key }: Sharing): void {
    this.#shared.delete(key);
  }
}

function once(kept: Kept, key: string, make: () => Promise<Performed>): Promise<Performed> {
  const performed = kept.get(key) ?? make();
  kept.set(key, performed);
  return performed;
}
