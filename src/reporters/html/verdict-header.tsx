import type { VNode } from 'preact';
import { OUTCOMES } from '../../model/finding.ts';
import type { Report, Totals } from '../../model/report.ts';
import { gateResult, nextStep, openingSentences } from '../headline.ts';
import { outcomeLabels, verdictLabels } from '../labels.ts';
import { totalsLabel } from '../tally.ts';
import { Answers } from './answers.tsx';
import { Fact } from './fact.tsx';

/** What a reader with five seconds sees. */
export function VerdictHeader({ report }: { readonly report: Report }): VNode {
  const { glyph, word } = verdictLabels[report.verdict];
  return (
    <header class="verdict">
      <div class="width">
        <h1>
          <span class="glyph" aria-hidden="true">
            {glyph}
          </span>
          <span class="word">{word}</span>
        </h1>
        {openingSentences(report).map((sentence, index) => (
          <p key={sentence} class={index === 0 ? 'because' : ''}>
            {begun(sentence, report)}
          </p>
        ))}
        <Answers documented={report.documented} reliedOn={report.reliedOn} said={report.because} />
        <OutcomeBar totals={report.totals} />
        <dl class="facts">
          <Fact term={`Gate ${report.gate}`}>{gateResult(report)}</Fact>
          <Fact term="Next">
            <strong>{nextStep(report)}</strong>
          </Fact>
          <Fact term="Run">
            <time dateTime={report.run.startedAt}>{instant(report.run.startedAt)}</time>, took{' '}
            {(report.run.durationMs / 1000).toFixed(1)} s{report.run.interrupted ? ', interrupted' : ''}
            {report.shard === undefined ? '' : `, part ${report.shard.index} of ${report.shard.of}`}
          </Fact>
        </dl>
      </div>
    </header>
  );
}

/** As sentences begin, but for the names of operations, which are written as they are. */
function begun(sentence: string, { operations }: Report): string {
  const isName = operations.some(({ operation }) => sentence.startsWith(operation));
  return isName ? sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Widths are attributes, not styles: the page's policy allows no style but the sheet. */
function OutcomeBar({ totals }: { readonly totals: Totals }): VNode | null {
  if (totals.planned === 0) return null;
  let start = 0;
  const parts = OUTCOMES.map((outcome) => {
    const part = { outcome, start, width: (totals[outcome] / totals.planned) * 100 };
    start += part.width;
    return part;
  });
  return (
    <figure class="bar">
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label={totalsLabel(totals)}>
        {parts.map((part) => (
          <rect
            key={part.outcome}
            class={`fill-${part.outcome}`}
            x={part.start}
            width={part.width}
            height="1"
          />
        ))}
      </svg>
      <figcaption aria-hidden="true">
        {OUTCOMES.filter((outcome) => totals[outcome] > 0).map((outcome) => (
          <span key={outcome}>
            <i class={`key back-${outcome}`} />
            {totals[outcome]} {outcomeLabels[outcome].word}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** `2026-03-14T09:25:01.000Z` as people write it. */
function instant(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
