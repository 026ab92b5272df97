import type { VNode } from 'preact';
import { plural } from '../tally.ts';

/** What is shown of one run. */
export interface RunCell {
  readonly run: string;
  readonly startedAt: string;
  /** Names its colour. */
  readonly kind: string;
  /** Says what the colour says. */
  readonly sign: string;
  readonly word: string;
}

const STEP = 20;
const SIDE = 16;

/** One square a run, oldest on the left; its sign says what its colour says. */
export function RunStrip({ cells }: { readonly cells: readonly RunCell[] }): VNode {
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${cells.length * STEP} ${STEP}`}
      width={cells.length * STEP}
      height={STEP}
      role="img"
      aria-label={spoken(cells)}
    >
      {cells.map(({ run, startedAt, kind, sign, word }, index) => (
        <g key={run}>
          <title>{`${startedAt.slice(0, 16).replace('T', ' ')}: ${word}`}</title>
          <rect
            class={`cell-${kind}`}
            x={index * STEP}
            y={(STEP - SIDE) / 2}
            width={SIDE}
            height={SIDE}
            rx="3"
          />
          <text class="sign" x={index * STEP + SIDE / 2} y="15">
            {sign}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** `nonconformant in 2 runs, then conformant in 5 runs`. */
function spoken(cells: readonly RunCell[]): string {
  const stretches: { readonly word: string; readonly length: number }[] = [];
  for (const { word } of cells) {
    const last = stretches.at(-1);
    if (last?.word === word) stretches.splice(-1, 1, { word, length: last.length + 1 });
    else stretches.push({ word, length: 1 });
  }
  return stretches.map(({ word, length }) => `${word} in ${plural(length, 'run')}`).join(', then ');
}
