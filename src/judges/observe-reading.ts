import type { Subject } from '../model/check.ts';
import type { Exchange, SentRequest } from '../model/exchange.ts';
import { patchRequest } from '../model/patch-request.ts';
import type { Ambiguity, Reading } from '../model/reading.ts';
import { isAdmissionAbout } from '../model/reading-admission.ts';
import { valueAtPlace } from '../model/request-place.ts';
import { describeRequestOf } from './describe-request.ts';
import { describeValue } from './describe-value.ts';
import { failureSignsIn } from './failure-signs.ts';
import { inputOf, whatShows } from './what-shows.ts';

/** Which reading of the documents the exchanges of an operation show, and by what. */
export interface ObservedReading {
  readonly follows: string | null;
  readonly evidence: string;
}

/** One exchange that was to be accepted. */
export interface ReadingEvidence {
  /** Of the request in the words of the primary reading. */
  readonly subject: Subject;
  readonly sent: SentRequest;
  /** The reading it was sent after, when that is not the primary one. */
  readonly reading: { readonly ambiguity: string; readonly reading: string } | undefined;
  /** What was sent besides it after other readings and refused. */
  readonly superseded: readonly Exchange[];
  /** A variant shows what the target takes as well, not which reading it follows. */
  readonly isVariant: boolean;
}

export function observeReading(ambiguity: Ambiguity, evidence: readonly ReadingEvidence[]): ObservedReading {
  const described = evidence.filter(({ isVariant }) => !isVariant);
  const shown = [
    ...followed(ambiguity, described),
    ...ambiguity.readings.flatMap((reading) => [
      ...admitted(reading, evidence),
      ...observed(reading, described),
    ]),
  ];
  // The form that was taken after another one was refused says it all.
  const [first] = shown.length > 0 ? shown : assumed(ambiguity, described);
  if (first === undefined) return { follows: null, evidence: 'nothing observed tells the readings apart' };
  const names = [...new Set(shown.map(({ reading }) => reading.id))];
  if (names.length > 1 && !first.isConclusive)
    return { follows: null, evidence: `both were seen: ${names.join(', ')}` };
  return { follows: first.reading.id, evidence: first.says };
}

interface Shown {
  readonly reading: Reading;
  readonly says: string;
  readonly isConclusive?: true;
}

/** A request in the form of another reading was taken. */
function followed({ id, readings }: Ambiguity, evidence: readonly ReadingEvidence[]): readonly Shown[] {
  return evidence.filter(isTaken).flatMap((one) => {
    const sent = one.reading;
    const reading = sent?.ambiguity === id ? readings.find((known) => known.id === sent.reading) : undefined;
    return reading === undefined
      ? []
      : [
          {
            reading,
            says: `${describeRequestOf(reading, one.sent)} was taken${refusedBefore(one)}`,
            isConclusive: true,
          },
        ];
  });
}

function refusedBefore({ superseded: [primary] }: ReadingEvidence): string {
  if (primary === undefined || primary.result.kind === 'failure') return '';
  const { method, path } = primary.request;
  return `, ${method} ${path} as assumed was refused (${primary.result.response.status})`;
}

/** The form of the primary reading was taken where another reading has another one, and nothing else tells them apart. */
function assumed({ readings }: Ambiguity, evidence: readonly ReadingEvidence[]): readonly Shown[] {
  const primary = readings.find((reading) => reading.primary);
  if (primary === undefined || primary.observed !== undefined || primary.admits !== undefined) return [];
  return evidence
    .filter((one) => isTaken(one) && readings.some((reading) => isOther(reading, one)))
    .map(({ sent: { method, path } }) => ({ reading: primary, says: `${method} ${path} was taken` }));
}

function isOther({ request }: Reading, { subject }: ReadingEvidence): boolean {
  if (request === undefined) return false;
  const isElsewhere = request.path !== undefined || request.method !== undefined;
  return isElsewhere || patchRequest(inputOf(subject), request.changes) !== undefined;
}

/** What the readings take and refuse, shown by whatever was to be accepted. */
function admitted(reading: Reading, evidence: readonly ReadingEvidence[]): readonly Shown[] {
  const { admits } = reading;
  if (admits === undefined) return [];
  return evidence
    .filter((one) => isAdmissionAbout(admits, inputOf(one.subject)))
    .filter((one) => (admits.taken ? isTaken(one) : isRefused(one)))
    .map(({ subject }) => {
      const value = describeValue(valueAtPlace(inputOf(subject), admits.at));
      return { reading, says: `${admits.at} as ${value} was ${admits.taken ? 'taken' : 'refused'}` };
    });
}

function observed(reading: Reading, evidence: readonly ReadingEvidence[]): readonly Shown[] {
  const { observed: observation } = reading;
  if (observation === undefined) return [];
  return evidence.filter(isTaken).flatMap(({ subject }) => {
    const seen = whatShows(observation, subject);
    return seen === undefined ? [] : [{ reading, says: `${observation.at} is ${describeValue(seen.value)}` }];
  });
}

function isTaken({ subject }: ReadingEvidence): boolean {
  const { result } = subject.exchange;
  return result.kind === 'response' && result.response.status < 300 && failureSignsIn(subject).length === 0;
}

function isRefused({ subject: { exchange } }: ReadingEvidence): boolean {
  return exchange.result.kind === 'response' && [400, 422].includes(exchange.result.response.status);
}
