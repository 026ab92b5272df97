import type { VNode } from 'preact';
import type { Blame, OutcomeName } from '../../model/finding.ts';
import type { ReliedOnStanding, Verdict } from '../../model/report.ts';
import type { Level } from '../../model/source.ts';
import { blameLabels, levelLabels, outcomeLabels, standingLabels, verdictLabels } from '../labels.ts';

/** The small marked words; each says in words what its colour says. */
export function VerdictPill({ verdict }: { readonly verdict: Verdict }): VNode {
  const { glyph, word, meaning } = verdictLabels[verdict];
  return (
    <span class={`pill verdict-${verdict}`} title={meaning}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  );
}

export function StandingPill({ standing }: { readonly standing: ReliedOnStanding }): VNode {
  const { glyph, word, meaning } = standingLabels[standing];
  return (
    <span class={`pill standing-${standing}`} title={meaning}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  );
}

export function LevelPill({ level }: { readonly level: Level }): VNode {
  const { word, meaning } = levelLabels[level];
  return (
    <span class={`pill level-${level}`} title={meaning}>
      {word}
    </span>
  );
}

export function BlamePill({ blame }: { readonly blame: Blame }): VNode {
  const { word, meaning } = blameLabels[blame];
  return (
    <span class="pill" title={meaning}>
      blame: {word}
    </span>
  );
}

export function OutcomePill({ outcome }: { readonly outcome: OutcomeName }): VNode {
  const { word, meaning } = outcomeLabels[outcome];
  return (
    <span class={`pill outcome-${outcome}`} title={meaning}>
      {word}
    </span>
  );
}
