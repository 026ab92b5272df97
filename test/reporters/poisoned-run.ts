import type { Report, ReportedExchange } from '../../src/model/report.ts';
import { gatedRun, sampleRun } from '../fixtures/sample-run.ts';
import { everyHostile } from '../fixtures/sample-run-hostile.ts';

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
  ],
  ...['base64', 'exchange', 'document', 'fingerprint', 'detail', 'expires', 'startedAt'],
]);

/** Every string of the report that could come from outside, with every hostile text in it at once. */
export const poisoned: Report = JSON.parse(
  JSON.stringify(gatedRun, (key, value) =>
    typeof value === 'string' && !OURS.has(key) ? `${value} ${everyHostile}` : value,
  ),
);

const LONG = 'x'.repeat(1_000_000);
const ENDLESS = ['actual', 'expected', 'reason', 'because', 'message'];

/** The sample with a line of a megabyte in the first of each of these places, and in the first answer and its headers. */
export function endlessRun(): Report {
  const open = new Set(ENDLESS);
  const run: Report = JSON.parse(
    JSON.stringify(sampleRun, (key, value) =>
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
