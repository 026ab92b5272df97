import type { OperationId } from '../model/operation.ts';
import type { CountedCase } from './counted-case.ts';
import type { CountedExchange } from './counted-stretch.ts';
import { PlainCases } from './plain-cases.ts';

/** What exchanges come to, without repetition, each with a number. */
export class DistinctTold {
  readonly told: CountedExchange[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #cases: CountedCase[] = [];
  readonly #plain = new PlainCases<number>();
  readonly #others = new Map<string, number>();

  counted(operation: OperationId, cases: readonly CountedCase[], interactions: readonly number[]): number {
    const numbers = cases.map((one) => this.#numberOf(one));
    const key = `${operation} ${interactions.join()} ${numbers.join()}`;
    return (
      this.#numbers.get(key) ??
      this.#add(key, {
        kind: 'counted',
        operation,
        interactions,
        cases: numbers.flatMap((number) => this.#cases[number] ?? []),
      })
    );
  }

  unmatched(method: string, path: string, reason: string): number {
    const key = JSON.stringify([method, path, reason]);
    return this.#numbers.get(key) ?? this.#add(key, { kind: 'unmatched', method, path, reason });
  }

  leftOut(): number {
    return this.#numbers.get('left-out') ?? this.#add('left-out', { kind: 'left-out' });
  }

  whole(): number {
    return this.#numbers.get('whole') ?? this.#add('whole', { kind: 'whole' });
  }

  #add(key: string, told: CountedExchange): number {
    const number = this.told.push(told) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #numberOf(one: CountedCase): number {
    return one.findings.length === 0 ? this.#plain.of(one, this.#addCase) : this.#numberOfText(one);
  }

  #numberOfText(one: CountedCase): number {
    const { check, title, outcome, level, reason, findings } = one;
    const facts = findings.map(({ fingerprint, detail }) => `${fingerprint} ${detail}`);
    const key = JSON.stringify([check, title, outcome, level, reason, facts]);
    const number = this.#others.get(key) ?? this.#addCase(one);
    this.#others.set(key, number);
    return number;
  }

  readonly #addCase = ({ judge, check, title, outcome, level, reason, findings }: CountedCase): number => {
    const facts = findings.map(({ fingerprint, detail }) => ({ fingerprint, detail }));
    return this.#cases.push({ judge, check, title, outcome, level, reason, findings: facts }) - 1;
  };
}
