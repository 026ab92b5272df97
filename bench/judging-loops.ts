import { checks } from '../src/generated/checks.ts';
import { createSubject } from '../src/judges/create-subject.ts';
import type { CaseDraft } from '../src/judges/draft-case.ts';
import { judgeByChecks } from '../src/judges/judge-by-checks.ts';
import { judgeBySchema } from '../src/judges/judge-by-schema.ts';
import { specContradictions } from '../src/judges/spec-contradictions.ts';
import type { Subject } from '../src/model/check.ts';
import { closeCases } from '../src/verdict/close-cases.ts';
import type { Recorded } from './recorded-exchanges.ts';

/** Does something with so many exchanges, the recorded ones over and over. */
export type Loop = (count: number) => void;

/** Schema and every check, as a run does it; Pact's share is bounded by its own process. */
export function judgingLoop(recorded: readonly Recorded[]): Loop {
  return over(recorded, (one) => judge(one, subjectOf(one)));
}

/** The same down to blame, fingerprints and consumers. */
export function closingLoop(recorded: readonly Recorded[]): Loop {
  return over(recorded, (one) => {
    const subject = subjectOf(one);
    const contradicted = specContradictions(one.spec, subject);
    return closeCases(one.exchange.id, subject, judge(one, subject), one.contracts, contradicted);
  });
}

export function over<Item>(items: readonly Item[], work: (item: Item) => unknown): Loop {
  return (count) => {
    for (let done = 0; done < count; ) {
      const round = items.slice(0, count - done);
      if (round.length === 0) throw new Error('there is nothing to go over');
      for (const item of round) work(item);
      done += round.length;
    }
  };
}

function subjectOf({ operation, intent, exchange }: Recorded): Subject {
  return createSubject(operation, intent, exchange);
}

function judge({ spec }: Recorded, subject: Subject): readonly CaseDraft[] {
  return [...judgeBySchema(subject, spec), ...judgeByChecks(subject, checks)];
}
