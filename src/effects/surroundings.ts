import type { Bill, Chore } from './bill.ts';

/** A request that makes a provider state true, and what takes away what it makes. */
export interface Preparation {
  /** The same for exchanges that share what it makes. */
  readonly key: string;
  readonly chore: Chore;
  readonly clearing: readonly Chore[];
  /** What of it stays for good; undefined where nothing does. */
  readonly stays: string | undefined;
}

/** What an exchange takes besides its own requests. */
export interface Surroundings {
  readonly preparing: readonly Preparation[];
  /** Subscriptions that are had before it is sent. */
  readonly listening: readonly Chore[];
  /** What takes away what its accepted call leaves. */
  readonly clearing: readonly Chore[];
  /** What it leaves for good; undefined where nothing. */
  readonly stays: string | undefined;
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
      ...missing.map(({ chore }): Bill => ({ kind: 'preparing', ...chore })),
      ...listening.map((chore): Bill => ({ kind: 'listening', ...chore })),
      ...[...missing.flatMap((one) => one.clearing), ...clearing].map(
        (chore): Bill => ({ kind: 'clearing', ...chore }),
      ),
    ];
  }

  /** What stays for good of what is not there yet, and of the call. */
  staying({ preparing, stays }: Surroundings): readonly string[] {
    const missing = preparing.filter(({ key }) => !this.#keys.has(key));
    return [...missing.map((one) => one.stays), stays].filter((line) => line !== undefined);
  }

  /** The exchange is sent: what it needs is there from now on, but for what it spends. */
  use({ preparing, spends }: Surroundings): void {
    for (const { key } of preparing) this.#keys.add(key);
    for (const key of spends) this.#keys.delete(key);
  }
}
