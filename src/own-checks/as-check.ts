import {
  applies,
  notApplicable,
  notRun,
  statusOf,
  withoutAnswer,
  withoutSuccess,
} from '../judges/applicability.ts';
import type { Applicability, Subject } from '../model/check.ts';
import type { Operation } from '../model/operation.ts';
import type { BroughtCheck, CheckExample, OwnCheck } from '../model/own-check.ts';
import { type Level, levelOf } from '../model/source.ts';
import { whileSame } from '../model/while-same.ts';
import { askCheck } from './ask-check.ts';
import { exampleSubjectOf } from './example-subject-of.ts';
import type { ReadCheck } from './read-check.ts';

type Operations = readonly [Operation, ...Operation[]];

/** In the form of our own checks. */
export function asCheck({ id, own, from, digest }: ReadCheck, operations: Operations): BroughtCheck {
  const about = operations.map(({ id }) => id);
  const level: Level = own.source === undefined ? 'may' : levelOf(own.source.strength);
  // Whether it applies and what it finds are asked one after the other.
  const answer = whileSame((subject: Subject) => askCheck(own, from, subject));
  return {
    ...{ id, from, digest, operations: about, ...(own.source && { source: own.source }) },
    ...{ title: own.title, failureTitle: own.failureTitle, why: own.why },
    appliesTo: (subject) => {
      if (!about.includes(subject.operation.id)) return notApplicable('it is about other operations');
      const missing = own.looksAt === 'refusals' ? withoutRefusal(subject) : withoutSuccess(subject);
      if (missing !== undefined) return missing;
      const result = answer(subject);
      return 'silent' in result ? notApplicable(result.silent) : applies(level);
    },
    evaluate: (subject) => {
      const result = answer(subject);
      const source = own.source ?? { ...subject.operation.source, strength: 'inferred' };
      return 'silent' in result ? [] : result.map((difference) => ({ ...difference, source, level }));
    },
    examples: examplesOf(own, operations),
  };
}

function examplesOf(
  { examples: { passes, fails, doesNotApply = [] }, looksAt }: OwnCheck,
  operations: Operations,
): BroughtCheck['examples'] {
  const subject = (example: CheckExample) => {
    const named = operations.find(({ id }) => id === example.operation);
    return exampleSubjectOf(example, named ?? operations[0], looksAt);
  };
  return {
    passing: passes.map(subject),
    failing: fails.map((example) => ({ subject: subject(example), pointers: example.at })),
    notApplicable: doesNotApply.map(subject),
  };
}

function withoutRefusal(subject: Subject): Applicability | undefined {
  if (subject.intent.kind === 'accepted') return notApplicable('the request is meant to be accepted');
  const missing = withoutAnswer(subject);
  if (missing !== undefined) return missing;
  const status = statusOf(subject);
  return status >= 400 && status < 500 ? undefined : notRun(`the answer is ${status}, no refusal`);
}
