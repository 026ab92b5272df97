import { page, problem, status } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { FailureSign } from '../src/model/operation.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { disputeOf } from './acceptance-mutants.ts';
import { bearing } from './answer-mutants.ts';
import type { BenignOperator } from './benign-operators.ts';

/** A refusal that nobody documents may look like any, and input that is in dispute may be refused. */
export function refusalOperators(judged: Judged): readonly BenignOperator[] {
  const { intent } = judged.planned;
  const { responses, failureSigns } = judged.judgement.subject.operation;
  if (intent.kind === 'accepted') {
    if (disputeOf(judged) === undefined) return [];
    return [{ name: 'disputed-input-refused', change: problem(400, { message: 'this cannot be sent' }) }];
  }
  if (responses.some(({ refuses }) => refuses.includes(intent.cause))) return [];
  const [sign] = failureSigns;
  return [
    { name: 'refused-with-another-status', change: status(UNDOCUMENTED) },
    { name: 'refused-without-a-body', change: bodiless },
    { name: 'refused-with-a-page', change: page(UNDOCUMENTED) },
    ...(sign === undefined ? [] : [{ name: 'refused-by-a-mark-in-the-body', change: markedSuccess(sign) }]),
  ];
}

/** No document describes it: it may come with any body. */
const UNDOCUMENTED = 422;

function bodiless(answer: Parameters<AnswerChange>[0]): ReturnType<AnswerChange> {
  return { ...answer, status: UNDOCUMENTED, headers: {}, body: undefined };
}

function markedSuccess(sign: FailureSign): AnswerChange {
  const change = bearing(sign);
  return (answer, request) => change({ ...answer, status: 200 }, request);
}
