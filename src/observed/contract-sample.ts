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

  /** The interaction to hold an exchange against: of several consumers the one that was served least. */
  choose(interactions: readonly HttpInteraction[]): HttpInteraction | undefined {
    const [only, ...others] = interactions;
    const least = others.length === 0 ? only : this.#least(interactions);
    if (least !== undefined) this.#described += 1;
    return least;
  }

  hasRoomFor(interaction: HttpInteraction): boolean {
    return this.#heldOf(interaction) < this.#most;
  }

  count(interaction: HttpInteraction): void {
    this.#held.set(keyOf(interaction), this.#heldOf(interaction) + 1);
    this.#heldInAll += 1;
  }

  counts(): Omit<ObservedCounts, 'exchanges'> {
    return { described: this.#described, heldAgainstContract: this.#heldInAll };
  }

  #least(interactions: readonly HttpInteraction[]): HttpInteraction | undefined {
    return interactions.toSorted((one, other) => this.#heldOf(one) - this.#heldOf(other))[0];
  }

  #heldOf(interaction: HttpInteraction): number {
    return this.#held.get(keyOf(interaction)) ?? 0;
  }
}

function keyOf({ consumer, id }: HttpInteraction): string {
  return `${consumer} ${id}`;
}
