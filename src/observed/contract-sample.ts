import type { HttpInteraction } from '../model/interaction.ts';
import type { ObservedCounts } from '../model/observation.ts';

/** Which of the exchanges that contracts describe are held against them: Pact takes longer than all other judges. */
export class ContractSample {
  readonly #most: number;
  readonly #held = new Map<string, number>();
  #described = 0;
  #heldInAll = 0;

  /** `most`: of each interaction. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The interactions to hold an exchange against: of each consumer the one that was served least. */
  choose(interactions: readonly HttpInteraction[]): readonly HttpInteraction[] {
    const chosen = interactions.length < 2 ? interactions : this.#leastOfEach(interactions);
    if (chosen.length > 0) this.#described += 1;
    return chosen;
  }

  hasRoomFor(interaction: HttpInteraction): boolean {
    return this.#heldOf(interaction) < this.#most;
  }

  count(interaction: HttpInteraction): void {
    this.#held.set(keyOf(interaction), this.#heldOf(interaction) + 1);
  }

  /** An exchange was held against whatever describes it. */
  countExchange(): void {
    this.#heldInAll += 1;
  }

  counts(): Omit<ObservedCounts, 'exchanges'> {
    return { described: this.#described, heldAgainstContract: this.#heldInAll };
  }

  #leastOfEach(interactions: readonly HttpInteraction[]): readonly HttpInteraction[] {
    const least = new Map<string, HttpInteraction>();
    for (const one of interactions) {
      const known = least.get(one.consumer);
      if (known === undefined || this.#heldOf(one) < this.#heldOf(known)) least.set(one.consumer, one);
    }
    return [...least.values()];
  }

  #heldOf(interaction: HttpInteraction): number {
    return this.#held.get(keyOf(interaction)) ?? 0;
  }
}

function keyOf({ consumer, id }: HttpInteraction): string {
  return `${consumer} ${id}`;
}
