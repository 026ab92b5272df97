import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import { judgeExchange, type RequestLike, type ResponseLike } from './judge-exchange.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { loadSuite } from './load-suite.ts';

export interface ConformOptions {
  /** The request that was answered, where neither the response nor the log of a mock tells it. */
  readonly request?: RequestLike;
  /** By what it is judged; what comes with the package where none is given. */
  readonly suite?: Suite;
  /** `none` leaves Pact out. */
  readonly contract?: 'pact' | 'none';
  /** The weakest level whose failures count. */
  readonly gate?: Level;
}

/** What a test runner wants to know of a matcher. */
interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

interface RunnerContext {
  readonly isNot?: boolean;
}

/** Matchers for `expect.extend`, of Vitest, Jest and whoever took them over. */
export interface ConformanceMatchers {
  toConformTo(
    this: RunnerContext,
    received: unknown,
    operation: string,
    options?: ConformOptions | RequestLike,
  ): Promise<Matched>;
}

/** The same, judging by this suite wherever an expectation names none. */
export function createConformanceMatchers(usual?: Suite): ConformanceMatchers {
  return {
    async toConformTo(received, operation, options = {}) {
      const { request, suite = usual ?? (await ownSuite()), contract, gate } = settingsOf(options);
      // What it is, its reader finds out.
      const exchange = { response: received as ResponseLike, request };
      const judged = await judgeExchange(suite, exchange, {
        ...(contract && { contract }),
        ...(gate && { gate }),
      });
      return matched(judged, operation, this?.isNot === true);
    },
  };
}

export const conformanceMatchers: ConformanceMatchers = /* @__PURE__ */ createConformanceMatchers();

/** A request by itself will do. */
function settingsOf(options: ConformOptions | RequestLike): ConformOptions {
  return isRequest(options) ? { request: options } : options;
}

function isRequest(options: ConformOptions | RequestLike): options is RequestLike {
  return 'method' in options || 'url' in options;
}

let loaded: Promise<Suite> | undefined;

/** Read once in a process: every test is judged by the same. */
function ownSuite(): Promise<Suite> {
  loaded ??= loadSuite();
  return loaded;
}

/** What cannot be told passes neither with `.not` nor without. */
function matched(judged: JudgedExchange, operation: string, isNot: boolean): Matched {
  const undecided = (message: string): Matched => ({ pass: isNot, message: () => message });
  if (judged.kind === 'unmatched') return undecided(`cannot tell whether it conforms: ${judged.reason}`);
  if (judged.operation !== operation)
    return undecided(`this is an exchange of ${judged.operation}, not of ${operation}`);
  if (judged.gate === 'unproven')
    return undecided(`cannot tell whether it conforms to ${operation}: ${judged.because}`);
  const pass = judged.gate === 'met';
  return { pass, message: () => (pass ? conforms(judged) : differs(judged)) };
}

type Judged = Extract<JudgedExchange, { kind: 'judged' }>;

function conforms({ operation, because }: Judged): string {
  return `expected it not to conform to ${operation}, but it does: ${because}`;
}

function differs({ operation, because, findings }: Judged): string {
  return [`expected it to conform to ${operation}: ${because}`, ...findings.map(({ text }) => text)].join(
    '\n\n',
  );
}
