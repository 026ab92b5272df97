import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import { headerOf } from '../diagnosis/header-of.ts';
import type { Applicability, Subject } from '../model/check.ts';
import type { Level } from '../model/source.ts';

const APPLIES: Readonly<Record<Level, Applicability>> = {
  must: { applies: true, level: 'must' },
  should: { applies: true, level: 'should' },
  may: { applies: true, level: 'may' },
};

export function applies(level: Level): Applicability {
  return APPLIES[level];
}

export function notApplicable(reason: string): Applicability {
  return { applies: false, outcome: 'not-applicable', reason };
}

export function notRun(reason: string): Applicability {
  return { applies: false, outcome: 'not-run', reason };
}

/** Why nothing can be said of the answer at all; undefined when something can. */
export function withoutAnswer(subject: Subject): Applicability | undefined {
  const { result } = subject.exchange;
  if (result.kind === 'failure')
    return notRun(`${diagnoseFailure(result.failure).says} (${result.failure.code})`);
  return subject.obstacle === undefined ? undefined : notRun(subject.obstacle);
}

/** The same for what only an accepted request tells. */
export function withoutSuccess(subject: Subject): Applicability | undefined {
  if (subject.intent.kind === 'refused') return notApplicable('the request is meant to be refused');
  const missing = withoutAnswer(subject);
  if (missing !== undefined) return missing;
  const status = statusOf(subject);
  return status >= 200 && status < 300 ? undefined : notRun(`the answer is ${status}, no success`);
}

export function statusOf({ exchange }: Subject): number {
  return exchange.result.kind === 'response' ? exchange.result.response.status : 0;
}

export function responseHeader({ exchange }: Subject, name: string): string | undefined {
  return exchange.result.kind === 'failure' ? undefined : headerOf(exchange.result.response, name);
}
