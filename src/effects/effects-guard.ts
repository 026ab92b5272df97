import { createHash } from 'node:crypto';
import type { Json } from '../model/json.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import { type BudgetLeft, type Cost, costOf, spend, wholeBudget } from './budget-left.ts';
import type { Errand, Refusal } from './errand.ts';
import { judgeErrand, type Terms } from './judge-errand.ts';

/** Leave to send one request, once. Only a guard can give one; it tells nothing. */
export interface Permit {
  readonly says: string;
}

export type Answered =
  | { readonly kind: 'permitted'; readonly permit: Permit }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Stands between a run and a vendor: what it has not permitted does not leave. */
export interface EffectsGuard<Result> {
  /** Leave for exactly this request, which is paid for at once; or the rule that refuses it. */
  ask(errand: Errand, request: OutgoingRequest): Answered;
  /** Sends the request the permit is for; throws where it is another one, or the permit was used before. */
  send(permit: Permit, request: OutgoingRequest): Promise<Result>;
  /** From now on the values may be named: an answer has shown that this run made them. */
  made(values: readonly Json[]): void;
  readonly left: BudgetLeft;
}

/** What carries a permitted request; nobody else is given it. */
export type Carry<Result> = (request: OutgoingRequest, errand: Errand) => Promise<Result>;

export function createEffectsGuard<Result>(
  terms: Omit<Terms, 'left' | 'made'>,
  carry: Carry<Result>,
  /** Shared by the guards of one tenant, since its budget is. */
  purse: Purse = createPurse(terms.tenant),
): EffectsGuard<Result> {
  const given = new WeakMap<Permit, { readonly errand: Errand; readonly digest: string }>();
  const made: Json[] = [];
  return {
    ask: (errand, request) => {
      const refusal = judgeErrand(errand, { ...terms, made, left: purse.left });
      if (refusal !== undefined) return { kind: 'refused', refusal };
      purse.pay(errand);
      const permit = Object.freeze({ says: errand.says });
      given.set(permit, { errand, digest: digestOf(request) });
      return { kind: 'permitted', permit };
    },
    send: async (permit, request) => {
      const held = given.get(permit);
      given.delete(permit);
      if (held === undefined) throw new GuardError(`there is no permit for "${permit.says}", or it was used`);
      if (held.digest !== digestOf(request))
        throw new GuardError(`the request for "${permit.says}" is not the one that was permitted`);
      return carry(request, held.errand);
    },
    made: (values) => {
      made.push(...values);
    },
    get left() {
      return purse.left;
    },
  };
}

/** The budget of a tenant while it is spent. */
export interface Purse {
  readonly left: BudgetLeft;
  pay(errand: Errand): void;
  /** Takes off what an earlier part of the run has spent, and tells of each payment before its request leaves. */
  follow(spent: readonly Cost[], onPay: (cost: Cost) => void): void;
}

export function createPurse({ budget }: Terms['tenant']): Purse {
  let left = wholeBudget(budget);
  let tell: (cost: Cost) => void = () => {};
  return {
    get left() {
      return left;
    },
    pay: (errand) => {
      const cost = costOf(errand, budget);
      left = spend(left, cost);
      tell(cost);
    },
    follow: (spent, onPay) => {
      left = spent.reduce(spend, left);
      tell = onPay;
    },
  };
}

/** A mistake of ours: a request was about to leave without leave. */
export class GuardError extends Error {
  override readonly name = 'GuardError';
}

function digestOf({ method, path, query, headers, body }: OutgoingRequest): string {
  const facts = JSON.stringify([method, path, query, headers, body ?? null]);
  return createHash('sha256').update(facts).digest('hex');
}
