import type { Check } from './check.ts';
import type { RuleResult, RuleSubject } from './contract.ts';
import type { Json } from './json.ts';
import type { Operation, OperationId } from './operation.ts';
import type { Source } from './source.ts';

/** A rule of somebody's own over whole exchanges: what a module in a folder of checks exports as its default. */
export interface OwnCheck {
  /** `subject-aspect`; reports put `own-` before it. */
  readonly id: string;
  /** True when it passes. */
  readonly title: string;
  readonly failureTitle: string;
  /** What goes wrong for a user when it fails, one sentence. */
  readonly why: string;
  /** What it is about; without them every operation, or every one of the vendor whose document `source` is in. */
  readonly operations?: readonly OperationId[];
  /** The lines it rests on: they make it a must or a should. Without them nobody documents it, and it is a may. */
  readonly source?: Source;
  /** Answers to requests that are meant to be accepted, which is so without it, or to be refused. */
  readonly looksAt?: 'successes' | 'refusals';
  /** What differs, or why there is nothing to say of this exchange. Pure; an empty list passes. */
  readonly broken: (exchange: CheckedExchange) => RuleResult;
  readonly examples: OwnCheckExamples;
}

/** An exchange as a check of somebody's own sees it; nothing of it can be changed. */
export interface CheckedExchange extends RuleSubject {
  readonly operation: Pick<Operation, 'id' | 'vendor' | 'title' | 'method' | 'path'>;
  readonly request: RuleSubject['request'] & {
    readonly method: string;
    /** By name in lower case. */
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response: RuleSubject['response'] & {
    /** By name in lower case. */
    readonly headers: Readonly<Record<string, string>>;
  };
}

/** What the check is tried on whenever it is loaded: it has to be able to pass and to fail. */
export interface OwnCheckExamples {
  readonly passes: readonly CheckExample[];
  readonly fails: readonly FailingExample[];
  /** Exchanges of which it says that there is nothing to say. */
  readonly doesNotApply?: readonly CheckExample[];
}

/** An exchange of which only what matters to the check has to be told. */
export interface CheckExample {
  /** Without it the first one that the check is about. */
  readonly operation?: OperationId;
  readonly request?: {
    /** Without it the template of the operation. */
    readonly path?: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Json;
  };
  readonly response: {
    /** Without it 200, or 400 where refusals are looked at. */
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** Without it the answer is empty. */
    readonly body?: Json;
    /** Instead of `body`, where the answer is no JSON. */
    readonly text?: string;
  };
  readonly notifications?: readonly Json[];
}

export interface FailingExample extends CheckExample {
  /** The pointers of the differences, in their order. */
  readonly at: readonly string[];
}

/** A check of somebody's own in the form that judges know. */
export interface BroughtCheck extends Check {
  /** Its folder and file, the same on every machine. */
  readonly from: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly operations: readonly OperationId[];
}

/** What is known of a check that rests on lines of a document, whether or not its vendor is judged. */
export interface CitingCheck extends Pick<BroughtCheck, 'id' | 'from'> {
  readonly source: Source;
}
