// The library: what `import … from 'livechat-conformance'` gives. Importing it does nothing.

export { UserError } from '../errors/user-error.ts';
export type { MockRequestLogEntry } from '../mock/mock-request-log-entry.ts';
export type {
  Contract,
  ContractRule,
  Reliance,
  RuleDifference,
  RuleResult,
  RuleSubject,
} from '../model/contract.ts';
export type { Exchange } from '../model/exchange.ts';
export type { Blame, Case, Finding, OutcomeName } from '../model/finding.ts';
export type { Json, JsonObject } from '../model/json.ts';
export type { ObservedExchange } from '../model/observed.ts';
export type { Operation, OperationId } from '../model/operation.ts';
export type {
  CheckExample,
  CheckedExchange,
  FailingExample,
  OwnCheck,
  OwnCheckExamples,
} from '../model/own-check.ts';
export type { OperationReport, Report, Verdict } from '../model/report.ts';
export type { Level, Source, Strength } from '../model/source.ts';
export type { Spec, VendorDocument } from '../model/spec.ts';
export type { Suite } from '../model/suite.ts';
export type { AcceptedCall } from './accepted-call.ts';
export {
  type ConformanceMatchers,
  type ConformOptions,
  conformanceMatchers,
  createConformanceMatchers,
} from './conformance-matchers.ts';
export { defineCheck } from './define-check.ts';
export {
  type ExchangeInput,
  type JudgeExchangeOptions,
  judgeExchange,
  type RequestLike,
  type ResponseLike,
} from './judge-exchange.ts';
export type { JudgedExchange, ToldFinding } from './judged-exchange.ts';
export { type LoadSuiteOptions, loadSuite } from './load-suite.ts';
export type { ConformanceExpectation } from './matcher-types.ts';
export { type MockVendors, type StartMockOptions, type State, startMock } from './start-mock.ts';
