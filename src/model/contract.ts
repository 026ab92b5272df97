import type { RawFinding } from './finding.ts';
import type { HttpInteraction } from './interaction.ts';
import type { Json } from './json.ts';
import type { OperationId } from './operation.ts';

/** What one consumer relies on for one operation. */
export interface Contract {
  readonly consumer: string;
  readonly vendor: string;
  readonly operation: OperationId;
  /** The file that holds it, for messages to people. */
  readonly file: string;
  readonly relies: readonly Reliance[];
  readonly rules: readonly ContractRule[];
  readonly interactions: readonly HttpInteraction[];
}

/** A field the consumer reads, and what for. `field` is a finding pointer in which `*` stands for every member. */
export interface Reliance {
  readonly field: string;
  readonly why: string;
}

/** An exchange as a rule of the contract sees it: parsed, and answered as a success. */
export interface RuleSubject {
  readonly request: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly body: Json | undefined;
  };
  readonly response: {
    readonly status: number;
    /** Undefined when it is no JSON. */
    readonly body: Json | undefined;
    readonly form: 'json' | 'empty' | 'other';
  };
  readonly notifications: readonly Json[];
}

/** Something the consumer relies on that no matcher can say. */
export interface ContractRule {
  readonly id: string;
  /** True when the rule holds. */
  readonly title: string;
  readonly why: string;
  /** Pure; an empty list means the rule holds. */
  readonly broken: (subject: RuleSubject) => RuleResult;
}

export type RuleDifference = Pick<RawFinding, 'pointer' | 'expected' | 'actual'>;

/** What differs, or why the rule has nothing to say of this exchange: silence is not holding. */
export type RuleResult = readonly RuleDifference[] | { readonly silent: string };
