import type { Case } from '../model/finding.ts';

/** Kinds of one check told apart by all they say; what comes after these is told apart by less. */
const MOST_DETAILED = 24;
const MOST_KINDS = 200;
/** Of what failed or broke down, this many exchanges are kept. */
const KEPT_OF_TROUBLE = 3;

interface Kind {
  times: number;
  kept: number;
}

/** Counts cases that say the same. Each exchange is counted once, as kept or as one that others stand for. */
export class CaseKinds {
  readonly #kinds = new Map<string, Kind>();
  readonly #variety = new Map<string, number>();
  /** By id of the first kept case of each kind, which stands for those that are not kept. */
  readonly #standing = new Map<string, Kind>();

  /** Would an exchange with these cases show something that those kept do not show yet? */
  isNews(cases: readonly Case[]): boolean {
    return cases.some((one) => {
      const kept = this.#kindOf(one).kept;
      return kept < (one.outcome === 'failed' || one.outcome === 'errored' ? KEPT_OF_TROUBLE : 1);
    });
  }

  count(cases: readonly Case[], isKept: boolean): void {
    for (const one of cases) {
      const kind = this.#kindOf(one);
      kind.times += 1;
      if (!isKept) continue;
      kind.kept += 1;
      if (kind.kept === 1) this.#standing.set(one.id, kind);
    }
  }

  /** How many exchanges a kept case stands for. */
  timesOf({ id }: Case): number {
    const kind = this.#standing.get(id);
    return kind === undefined ? 1 : kind.times - kind.kept + 1;
  }

  /** Cases are many and kinds are few: what is known is found by one look. */
  #kindOf(one: Case): Kind {
    const { check, judge, outcome, level, reason, findings } = one;
    let whole = `${judge} ${check} ${outcome} ${level} ${reason ?? ''}`;
    for (const { fingerprint, detail } of findings) whole += ` ${fingerprint} ${detail}`;
    const known = this.#kinds.get(whole);
    if (known !== undefined) return known;
    const coarse = `${judge} ${check} ${outcome}`;
    const facts = findings.map(({ fingerprint }) => fingerprint).join(' ');
    const told = `${coarse}: ${level} ${reason ?? ''} ${facts}`;
    return (
      this.#known(whole, told, MOST_DETAILED) ?? this.#known(told, coarse, MOST_KINDS) ?? this.#of(coarse)
    );
  }

  /** Undefined where its family has so many kinds already that it is counted with others. */
  #known(key: string, family: string, most: number): Kind | undefined {
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const variety = this.#variety.get(`${most} ${family}`) ?? 0;
    if (variety >= most) return undefined;
    this.#variety.set(`${most} ${family}`, variety + 1);
    return this.#of(key);
  }

  #of(key: string): Kind {
    const known = this.#kinds.get(key) ?? { times: 0, kept: 0 };
    this.#kinds.set(key, known);
    return known;
  }
}
