import { isJsonArray, type Json } from '../model/json.ts';
import type { StateRequest } from '../model/target.ts';
import { arrangeStates, lackOfValues, type Part } from './arrange-states.ts';
import { fillText, type Values } from './fill-request.ts';
import type { Ledger } from './ledger.ts';
import { type Performed, performStep } from './perform-step.ts';
import type { NamedThing, Send } from './send.ts';
import { signInFor, type VendorMeans } from './vendor-means.ts';

export interface StateOptions {
  readonly means: readonly VendorMeans[];
  readonly ledger: Ledger;
  readonly send: Send;
  /** Hears of every value that this run has made or made up, before it is used. */
  readonly onMade?: (vendor: string, things: readonly NamedThing[]) => void;
}

export type Established =
  | {
      readonly kind: 'established';
      readonly values: Values;
      /** Of all the exchanges of the run, only things of this one carry it. */
      readonly marker: string;
    }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Brings about provider states through the vendors' own APIs, each state once a run unless it has to be fresh. */
export class StateMaker {
  readonly #options: StateOptions;
  readonly #kept = new Map<string, Promise<Performed>>();
  readonly #made = new Map<string, Json[]>();

  constructor(options: StateOptions) {
    this.#options = options;
  }

  /** All states of one exchange speak of the same things. What the tenant supplies is used as it is. */
  async establish(request: StateRequest): Promise<Established> {
    const means = this.#options.means.find(({ vendor }) => vendor === request.vendor);
    if (means === undefined)
      return { kind: 'unavailable', reason: `the tenant has no vendor '${request.vendor}'` };
    const arrangement = arrangeStates(request, means);
    if (arrangement.kind === 'unavailable') return arrangement;
    const names = this.#options.ledger.nextNames();
    let values: Values = names;
    for (const part of arrangement.parts) {
      const performed = await this.#keep(part, values, means);
      if (performed.kind === 'impossible') return { kind: 'unavailable', reason: performed.reason };
      values = { ...values, ...performed.values };
    }
    const unmet = Object.keys(request.wanted).filter((name) => values[name] === undefined);
    if (unmet.length > 0) return { kind: 'unavailable', reason: lackOfValues(unmet, request.states) };
    return { kind: 'established', values, marker: names.marker };
  }

  /** What was made by this run, so that a request may name it. */
  hasMade(vendor: string, value: Json): boolean {
    return this.#made.get(vendor)?.includes(value) ?? false;
  }

  #keep(part: Part, values: Values, means: VendorMeans): Promise<Performed> {
    if (part.recipe.fresh || !part.isMade) return this.#perform(part, values, means);
    const key = JSON.stringify([means.vendor, part.recipe.state, part.params, part.root]);
    const kept = this.#kept.get(key) ?? this.#perform(part, values, means);
    this.#kept.set(key, kept);
    return kept;
  }

  async #perform(part: Part, earlier: Values, means: VendorMeans): Promise<Performed> {
    const { recipe, supplied, params } = part;
    if (!part.isMade) return { kind: 'done', values: supplied };
    const generated = Object.fromEntries(
      Object.entries(recipe.generates).map(([name, text]) => [name, fillText(text, earlier)]),
    );
    this.#remember(means, generated);
    let own: Values = { ...generated, ...supplied };
    for (const step of recipe.steps) {
      const performed = await performStep(step, this.#stage(part, { ...params, ...earlier, ...own }, means));
      if (performed.kind === 'impossible') return performed;
      // Reading of somebody makes nobody ours.
      if (step.effects.includes('creates')) this.#remember(means, performed.values);
      own = { ...own, ...performed.values };
    }
    return { kind: 'done', values: own };
  }

  #stage(part: Part, values: Values, means: VendorMeans): Parameters<typeof performStep>[1] {
    const { ledger, send } = this.#options;
    const { vendor, recipes } = means;
    return {
      ...{ vendor, values, ledger, send },
      signsInAs: part.root,
      signIn: signInFor(means, part.root),
      kinds: recipes?.kinds ?? {},
      marker: typeof values['marker'] === 'string' ? values['marker'] : '',
      isMade: (value) => this.hasMade(vendor, value),
    };
  }

  #remember({ vendor, recipes }: VendorMeans, values: Values): void {
    const things = Object.entries(values).flatMap(([name, value]) =>
      (isJsonArray(value) ? value : [value]).map((member) => ({
        kind: recipes?.kinds[name] ?? name,
        value: member,
      })),
    );
    this.#made.set(vendor, [...(this.#made.get(vendor) ?? []), ...things.map(({ value }) => value)]);
    if (things.length > 0) this.#options.onMade?.(vendor, things);
  }
}
