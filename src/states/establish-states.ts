import { isJsonArray, type Json } from '../model/json.ts';
import type { StateRequest } from '../model/target.ts';
import { arrangeStates, lackOfValues, type Part } from './arrange-states.ts';
import { type CleanUpMeans, cleanUp } from './clean-up.ts';
import { fillText, type Values } from './fill-request.ts';
import { cleanUpMeans } from './finish-clean-up.ts';
import { KeptStates } from './kept-states.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerItem } from './ledger-items.ts';
import { type Performed, performStep, type Stage } from './perform-step.ts';
import type { NamedThing, Send } from './send.ts';
import { isSpentBy, sharingOf } from './sharing.ts';
import { signInFor, type VendorMeans } from './vendor-means.ts';

export interface StateOptions {
  readonly means: readonly VendorMeans[];
  readonly ledger: Ledger;
  readonly send: Send;
  /** Hears of every value that this run has made or made up, before it is used. */
  readonly onMade?: (vendor: string, things: readonly NamedThing[]) => void;
  /** Hears of what is going to be taken away before it is named. */
  readonly admit?: CleanUpMeans['admit'];
  readonly pause: Stage['pause'];
}

export type Established =
  | {
      readonly kind: 'established';
      readonly values: Values;
      /** Of all the exchanges of the run, only things of this one carry it. */
      readonly marker: string;
    }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Brings about provider states through the vendors' own APIs, each as seldom as it may be. */
export class StateMaker {
  readonly #options: StateOptions;
  readonly #kept = new Map<string, KeptStates>();
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
    const { parts } = arrangement;
    const sharing = sharingOf(means.vendor, parts);
    const names = this.#options.ledger.nextNames();
    let values: Values = names;
    for (const part of parts) {
      const earlier = values;
      const performed = await this.#keptOf(means.vendor).keep(part, sharing, () =>
        this.#perform(part, earlier, means),
      );
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

  /** Its call was accepted, or may have been: what that spends serves no other one. */
  spend(request: StateRequest): void {
    const means = this.#options.means.find(({ vendor }) => vendor === request.vendor);
    const arrangement = means && arrangeStates(request, means);
    if (means === undefined || arrangement?.kind !== 'arranged') return;
    const sharing = sharingOf(means.vendor, arrangement.parts);
    if (sharing !== undefined && isSpentBy(request.call?.operation, sharing, means))
      this.#keptOf(means.vendor).forget(sharing);
  }

  #keptOf(vendor: string): KeptStates {
    const kept = this.#kept.get(vendor) ?? new KeptStates();
    this.#kept.set(vendor, kept);
    return kept;
  }

  async #perform(part: Part, earlier: Values, means: VendorMeans): Promise<Performed> {
    const { recipe, supplied, params } = part;
    if (!part.isMade) return { kind: 'done', values: supplied };
    if (recipe.scarce !== undefined) await this.#makeRoom(recipe.scarce, means.vendor);
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

  /** What cannot be taken away is tried again when the run ends; whether there is room the steps will see. */
  async #makeRoom(scarce: string, vendor: string): Promise<void> {
    const { ledger, send, means, admit } = this.#options;
    const isInTheWay = (item: LedgerItem) =>
      item.vendor === vendor && item.what === scarce && item.ending === undefined;
    await cleanUp(ledger, cleanUpMeans(send, means, admit), isInTheWay);
  }

  #stage(part: Part, values: Values, means: VendorMeans): Stage {
    const { ledger, send, pause } = this.#options;
    const { vendor, recipes } = means;
    return {
      ...{ vendor, values, ledger, send, pause },
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
