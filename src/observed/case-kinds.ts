import type { Case } from '../model/finding.ts';

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
  /** Of cases without findings, which most are, by what they say: check, outcome, level, reason. */
  readonly #plain = new Map<string, Map<string, Map<string, Map<string, Kind>>>>();
  readonly #kinds = new Map<string, Kind>();
  readonly #variety = new Map<string, number>();
  /** By id of the first kept case of each kind, which stands for those that are not kept. */
  readonly #standing = new Map<string, Kind>();

  /** Counts the cases of an exchange, which is kept where it shows something that those kept do not show yet. */
  count(cases: readonly Case[], isKeptAnyway: boolean): boolean {
    const kinds = cases.map((one) => this.#kindOf(one));
    const isKept = isKeptAnyway || kinds.some((kind, at) => kind.kept < wantedOf(cases[at]));
    for (const [at, kind] of kinds.entries()) {
      kind.times += 1;
      if (!isKept) continue;
      kind.kept += 1;
      const id = cases[at]?.id;
      if (kind.kept === 1 && id !== undefined) this.#standing.set(id, kind);
    }
    return isKept;
  }

  /** How many exchanges a kept case stands for. */
  timesOf({ id }: Case): number {
    const kind = this.#standing.get(id);
    return kind === undefined ? 1 : kind.times - kind.kept + 1;
  }

  /** Cases are many and kinds are few: what is known is found without a text being made. */
  #kindOf(one: Case): Kind {
    if (one.findings.length > 0) return this.#kindOfText(one);
    const { outcome, level, reason } = one;
    const byReason = within(within(within(this.#plain, checkOf(one)), outcome), level);
    const known = byReason.get(reason ?? '');
    if (known !== undefined) return known;
    const kind = this.#kindOfText(one);
    if (byReason.size < MOST_KINDS) byReason.set(reason ?? '', kind);
    return kind;
  }

  #kindOfText(one: Case): Kind {
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

/** What a consumer gets says nothing of what another one does: the title of a contract's case names whose it is. */
function checkOf({ judge, check, title }: Case): string {
  return judge === 'contract' ? `${check} ${title}` : check;
}

function wantedOf(one: Case | undefined): number {
  return one?.outcome === 'failed' || one?.outcome === 'errored' ? KEPT_OF_TROUBLE : 1;
}

function within<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, Value>();
  map.set(key, fresh);
  return fresh;
}
