import type { Case } from '../model/finding.ts';
import { caseId } from '../verdict/close-cases.ts';
import type { CountedCase } from './counted-case.ts';
import { checkOf, PlainCases } from './plain-cases.ts';

/** Kinds of one check told apart by all they say; what comes after these is told apart by less. */
const MOST_DETAILED = 24;
const MOST_KINDS = 200;
/** Of what failed or broke down, this many exchanges are kept. */
const KEPT_OF_TROUBLE = 3;

/** Cases that say the same, of exchanges that are kept and of those that are not. */
interface Kind {
  times: number;
  kept: number;
}

/** Counts cases that say the same. Each exchange is counted once, as kept or as one that others stand for. */
export class CaseKinds {
  readonly #plain = new PlainCases<Kind>();
  readonly #kinds = new Map<string, Kind>();
  readonly #variety = new Map<string, number>();
  /** By id of the first kept case of each kind, which stands for those that are not kept. */
  readonly #standing = new Map<string, Kind>();

  /** Counts the cases of an exchange, which is kept where it shows something that those kept do not show yet. */
  count(exchange: string, cases: readonly CountedCase[], isKeptAnyway: boolean): boolean {
    const kinds = cases.map((one) => this.#kindOf(one));
    const isKept = isKeptAnyway || kinds.some((kind, at) => kind.kept < wantedOf(cases[at]));
    for (const kind of kinds) kind.times += 1;
    if (isKept) this.#keep(exchange, cases, kinds);
    return isKept;
  }

  #keep(exchange: string, cases: readonly CountedCase[], kinds: readonly Kind[]): void {
    for (const [at, kind] of kinds.entries()) {
      kind.kept += 1;
      const check = cases[at]?.check;
      if (kind.kept === 1 && check !== undefined) this.#standing.set(caseId(exchange, check), kind);
    }
  }

  /** How many exchanges a kept case stands for. */
  timesOf({ id }: Case): number {
    const kind = this.#standing.get(id);
    return kind === undefined ? 1 : kind.times - kind.kept + 1;
  }

  #kindOf(one: CountedCase): Kind {
    return one.findings.length > 0 ? this.#kindOfText(one) : this.#plain.of(one, this.#ofText);
  }

  readonly #ofText = (one: CountedCase): Kind => this.#kindOfText(one);

  #kindOfText(one: CountedCase): Kind {
    const { judge, outcome, level, reason, findings } = one;
    const coarse = `${judge} ${checkOf(one)} ${outcome}`;
    const facts = findings.map(({ fingerprint }) => fingerprint).join(' ');
    const told = `${coarse} ${level} ${reason ?? ''} ${facts}`;
    const details = findings.map(({ detail }) => detail).join(' ');
    return (
      this.#known(`${told}: ${details}`, told, MOST_DETAILED) ??
      this.#known(told, coarse, MOST_KINDS) ??
      this.#of(coarse)
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

function wantedOf(one: CountedCase | undefined): number {
  return one?.outcome === 'failed' || one?.outcome === 'errored' ? KEPT_OF_TROUBLE : 1;
}
