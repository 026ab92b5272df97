import type { VNode } from 'preact';
import type { Verdict } from '../../model/report.ts';
import { verdictLabels } from '../labels.ts';
import { plural } from '../tally.ts';

export interface PastVerdict {
  readonly run: string;
  readonly startedAt: string;
  /** Null where the run did not judge it. */
  readonly verdict: Verdict | null;
}

const STEP = 20;
const SIDE = 16;

/** One square a run, oldest on the left; its sign says what its colour says. */
export function RunStrip({ runs }: { readonly runs: readonly PastVerdict[] }): VNode {
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${runs.length * STEP} ${STEP}`}
      width={runs.length * STEP}
      height={STEP}
      role="img"
      aria-label={spoken(runs)}
    >
      {runs.map(({ run, startedAt, verdict }, index) => (
        <g key={run}>
          <title>{`${startedAt.slice(0, 16).replace('T', ' ')}: ${word(verdict)}`}</title>
          <rect
            class={verdict === null ? 'cell-none' : `cell-${verdict}`}
            x={index * STEP}
            y={(STEP - SIDE) / 2}
            width={SIDE}
            height={SIDE}
            rx="3"
          />
          <text class="sign" x={index * STEP + SIDE / 2} y="15">
            {verdict === null ? '·' : verdictLabels[verdict].glyph}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** `nonconformant in 2 runs, then conformant in 5 runs`. */
function spoken(runs: readonly PastVerdict[]): string {
  const stretches: { readonly verdict: Verdict | null; readonly length: number }[] = [];
  for (const { verdict } of runs) {
    const last = stretches.at(-1);
    if (last?.verdict === verdict) stretches.splice(-1, 1, { verdict, length: last.length + 1 });
    else stretches.push({ verdict, length: 1 });
  }
  return stretches
    .map(({ verdict, length }) => `${word(verdict)} in ${plural(length, 'run')}`)
    .join(', then ');
}

function word(verdict: Verdict | null): string {
  return verdict === null ? 'not judged' : verdictLabels[verdict].word;
}
