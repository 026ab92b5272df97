import type { Bill } from './bill.ts';
import type { Errand } from './errand.ts';

/** A request that makes a provider state true, and what takes away what it makes. */
export interface Preparation {
  /** The same for exchanges that share what it makes. */
  readonly key: string;
  readonly errand: Errand;
  readonly clearing: readonly Errand[];
}

/** What an exchange takes besides its own requests. */
export interface Surroundings {
  readonly preparing: readonly Preparation[];
  /** Subscriptions that are had before it is sent. */
  readonly listening: readonly Errand[];
  /** What takes away what its accepted call leaves. */
  readonly clearing: readonly Errand[];
  /** Keys of preparations that its accepted call leaves to nobody else. */
  readonly spends: readonly string[];
}

/** What has been made ready by some place of a plan. */
export class Prepared {
  readonly #keys = new Set<string>();

  /** What is not there yet, with what goes along with it. */
  due({ preparing, listening, clearing }: Surroundings): readonly Bill[] {
    const missing = preparing.filter(({ key }) => !this.#keys.has(key));
    return [
      ...missing.map(({ errand }): Bill => ({ kind: 'preparing', errand })),
      ...listening.map((errand): Bill => ({ kind: 'listening', errand })),
      ...[...missing.flatMap((one) => one.clearing), ...clearing].map(
        (errand): Bill => ({
          kind: 'clearing',
          errand,
        }),
      ),
    ];
  }

  /** The exchange is sent: what it needs is there from now on, but for what it spends. */
  use({ preparing, spends }: Surroundings): void {
    for (const { key } of preparing) this.#keys.add(key);
    for (const key of spends) this.#keys.delete(key);
  }
}
