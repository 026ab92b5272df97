import type { ChangeCause } from '../model/changes.ts';
import type { OperationReport, Report } from '../model/report.ts';

/** What of an operation tells whose doing a change is. */
interface Sides {
  readonly before: Report;
  readonly after: Report;
}

/**
 * With the same specs, contracts and checks, what was observed has changed. With others over the very same exchanges,
 * they have.
 * Where both may have, nothing tells.
 */
export function causeOf({ before, after }: Sides, operation: string): ChangeCause {
  const [one, other] = [before, after].map(({ operations }) =>
    operations.find((candidate) => candidate.operation === operation),
  );
  if (isSameBasis({ before, after }, operation, one?.vendor ?? other?.vendor ?? '')) return 'observed';
  return one !== undefined && other !== undefined && areSameExchanges(one, other)
    ? 'judged-by'
    : 'undetermined';
}

function isSameBasis({ before, after }: Sides, operation: string, vendor: string): boolean {
  if (before.basis === undefined || after.basis === undefined) return false;
  const of = ({ basis }: Report) => [
    basis?.specs[vendor],
    ...Object.entries({ ...basis?.contracts, ...basis?.checks })
      .filter(([name]) => name.endsWith(`/${operation}`))
      .map((entry) => entry.join(' '))
      .toSorted(),
  ];
  return JSON.stringify(of(before)) === JSON.stringify(of(after));
}

/** Every exchange with its digest; one without tells nothing. */
function areSameExchanges(one: OperationReport, other: OperationReport): boolean {
  const digests = ({ exchanges }: OperationReport) => exchanges.map(({ digest }) => digest).toSorted();
  const own = digests(one);
  return own.length > 0 && !own.includes(undefined) && JSON.stringify(own) === JSON.stringify(digests(other));
}
