import { EFFECTS } from '../../src/model/operation.ts';
import type { Report, ReportedExchange } from '../../src/model/report.ts';
import { VERDICTS } from '../../src/reporters/labels.ts';
import { everyHostile } from '../fixtures/sample-run-hostile.ts';
import { wholeRun } from '../fixtures/sample-run-whole.ts';

/** Names the formats cannot do without: changing them would test other code paths than a vendor can reach. */
const OURS = new Set([
  ...[
    'schemaVersion',
    'kind',
    'outcome',
    'standing',
    'verdict',
    'level',
    'blame',
    'judge',
    'strength',
    'gate',
    'origin',
    'phase',
    'cause',
    'redirect',
    'ending',
    'specification',
    'status',
  ],
  ...['base64', 'exchange', 'document', 'fingerprint', 'detail', 'expires', 'startedAt'],
]);

/** Every string of the report that could come from outside, with every hostile text in it at once. */
export const poisoned: Report = JSON.parse(
  JSON.stringify(wholeRun, (key, value) => {
    if (typeof value !== 'string' || OURS.has(key) || isWordOfOurs(value)) return value;
    return key === 'text' && value.startsWith('{') ? withHostileKey(value) : `${value} ${everyHostile}`;
  }),
);

/** Words that stand where a vendor's could stand as well. */
function isWordOfOurs(value: string): boolean {
  return [...VERDICTS, ...EFFECTS].some((word) => word === value);
}

/** A body stays JSON, or nobody would take it apart; text that only begins like one gets the same as any other. */
function withHostileKey(text: string): string {
  try {
    return JSON.stringify({ ...JSON.parse(text), [everyHostile]: everyHostile });
  } catch {
    return `${text} ${everyHostile}`;
  }
}

const LONG = 'x'.repeat(1_000_000);
const ENDLESS = [
  ...['actual', 'expected', 'reason', 'because', 'message', 'before', 'after', 'next', 'title', 'evidence'],
  ...['path', 'at', 'thing', 'note', 'problem', 'place', 'from', 'interaction', 'says', 'question'],
  ...['channel', 'owner', 'ticket', 'intent', 'reading', 'published', 'version'],
];

/** The run with everything, with a line of a megabyte in the first of each of these places, and in the first answer and its headers. */
export function endlessRun(): Report {
  const open = new Set(ENDLESS);
  const run: Report = JSON.parse(
    JSON.stringify(wholeRun, (key, value) =>
      typeof value === 'string' && open.delete(key) ? `${value} ${LONG}` : value,
    ),
  );
  const [first, ...others] = run.operations;
  if (first === undefined) throw new Error('the sample has no operation');
  return { ...run, operations: [{ ...first, exchanges: first.exchanges.map(endlessAnswer) }, ...others] };
}

function endlessAnswer(exchange: ReportedExchange): ReportedExchange {
  const response = {
    status: 200,
    headers: [['x-long', LONG] as const],
    body: { text: `{"long":"${LONG}"}` },
  };
  return { ...exchange, result: { kind: 'response', response } };
}
