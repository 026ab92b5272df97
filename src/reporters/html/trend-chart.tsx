import type { VNode } from 'preact';
import type { ReportHistory } from '../../model/history.ts';
import type { Report, Verdict } from '../../model/report.ts';
import { verdictLabels } from '../labels.ts';
import { plural } from '../tally.ts';
import { type FieldTrend, fieldTrends } from './field-trends.ts';
import { OperationLink } from './operation-link.tsx';
import { type RunCell, RunStrip } from './run-strip.tsx';

/** As many runs as fit beside a name, and as many fields of an operation as are read. */
const SHOWN_RUNS = 30;
const SHOWN_FIELDS = 5;

type Runs = ReportHistory['runs'];

interface Props {
  readonly report: Report;
  readonly history: ReportHistory;
}

/** Verdicts run by run, and below each operation the fields that differed. */
export function TrendChart({ report, history }: Props): VNode {
  const runs = history.runs.slice(-SHOWN_RUNS);
  return (
    <figure class="chart">
      <table class="slim trend">
        <caption class="unseen">Verdicts and differing fields run by run, the oldest first</caption>
        <thead>
          <tr>
            {['Operation and field', `${plural(runs.length, 'run')}, the oldest first`, 'Seen'].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">the whole</th>
            <td data-label="Runs">
              <RunStrip cells={runs.map((run) => verdictCell(run, run.verdict))} />
            </td>
            <td />
          </tr>
          {report.operations.map(({ operation }) => (
            <OperationRows key={operation} operation={operation} runs={runs} />
          ))}
        </tbody>
      </table>
      <figcaption>{LEGEND}</figcaption>
    </figure>
  );
}

const LEGEND = [
  ...Object.values(verdictLabels).map(({ glyph, word }) => `${glyph} ${word}`),
  '● differed',
  'a dot where it was not judged',
].join(' · ');

function OperationRows({ operation, runs }: { readonly operation: string; readonly runs: Runs }): VNode {
  const trends = fieldTrends(runs, operation);
  const hidden = trends.length - SHOWN_FIELDS;
  const verdictIn = ({ operations }: Runs[number]) =>
    operations.find((each) => each.operation === operation)?.verdict ?? null;
  return (
    <>
      <tr data-row={operation}>
        <th scope="row">
          <OperationLink operation={operation} />
        </th>
        <td data-label="Runs">
          <RunStrip cells={runs.map((run) => verdictCell(run, verdictIn(run)))} />
        </td>
        <td class="quiet">{hidden > 0 ? `${plural(hidden, 'more field')} not shown` : ''}</td>
      </tr>
      {trends.slice(0, SHOWN_FIELDS).map((trend) => (
        <FieldRow key={trend.pointer} operation={operation} trend={trend} runs={runs} />
      ))}
    </>
  );
}

function FieldRow(props: {
  readonly operation: string;
  readonly trend: FieldTrend;
  readonly runs: Runs;
}): VNode {
  const { pointer, seen, times, firstSeen, lastSeen } = props.trend;
  const looked = seen.filter((one) => one !== null).length;
  return (
    <tr class="field" data-row={props.operation}>
      <th scope="row">
        <code>{pointer}</code>
      </th>
      <td data-label="Runs">
        <RunStrip cells={props.runs.map((run, index) => seenCell(run, seen[index] ?? null))} />
      </td>
      <td data-label="Seen" class="quiet">
        {times} of {plural(looked, 'run')}, {daysOf(firstSeen, lastSeen)}
      </td>
    </tr>
  );
}

function daysOf(first: string, last: string): string {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} to ${to}`;
}

function verdictCell({ run, startedAt }: Runs[number], verdict: Verdict | null): RunCell {
  if (verdict === null) return { run, startedAt, ...NOT_JUDGED };
  const { glyph, word } = verdictLabels[verdict];
  return { run, startedAt, kind: verdict, sign: glyph, word };
}

function seenCell({ run, startedAt }: Runs[number], seen: boolean | null): RunCell {
  if (seen === null) return { run, startedAt, ...NOT_JUDGED };
  return { run, startedAt, ...(seen ? DIFFERED : AS_IT_SHOULD_BE) };
}

const NOT_JUDGED = { kind: 'none', sign: '·', word: 'not judged' };
const DIFFERED = { kind: 'differed', sign: '●', word: 'differed' };
const AS_IT_SHOULD_BE = { kind: 'same', sign: '', word: 'as it should be' };
