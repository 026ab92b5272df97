import type { CountedCase } from './counted-case.ts';

/** Of one check; what comes after these is found by its text. */
const MOST = 50;

interface Known<Value> extends Pick<CountedCase, 'outcome' | 'level' | 'reason'> {
  readonly value: Value;
}

/**
 * Something about each kind of case that has no findings. Most cases are of those, and they are of few kinds: what is known
 * is found without a text being made.
 */
export class PlainCases<Value extends object | number> {
  readonly #byCheck = new Map<string, Known<Value>[]>();

  of(one: CountedCase, make: (one: CountedCase) => Value): Value {
    const { outcome, level, reason } = one;
    const known = this.#of(checkOf(one));
    for (const like of known)
      if (like.reason === reason && like.outcome === outcome && like.level === level) return like.value;
    const value = make(one);
    if (known.length < MOST) known.push({ outcome, level, reason, value });
    return value;
  }

  #of(check: string): Known<Value>[] {
    const known = this.#byCheck.get(check);
    if (known !== undefined) return known;
    const fresh: Known<Value>[] = [];
    this.#byCheck.set(check, fresh);
    return fresh;
  }
}

/** What a consumer gets says nothing of what another one does: the title of a contract's case names whose it is. */
export function checkOf({ judge, check, title }: CountedCase): string {
  return judge === 'contract' ? `${check} ${title}` : check;
}
