import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { failsRun, type ReportedWaiver } from '../../model/waiver.ts';
import { waiverLines } from '../waiver-lines.ts';
import { waiverSentence } from '../waiver-sentence.ts';
import { FindingName } from './finding-name.tsx';

const STANDING_WORDS = {
  applied: 'applied',
  expired: 'expired',
  stale: 'stale',
  're-opened': 're-opened',
  duplicate: 'duplicate',
  unmatched: 'unmatched',
  'not-looked-at': 'not looked at',
} as const satisfies Record<ReportedWaiver['standing'], string>;

/** What is excused, by whom and until when; what is wrong with a waiver stands first. */
export function WaiverList({ report }: { readonly report: Report }): VNode | null {
  const [total] = waiverLines(report);
  if (total === undefined) return null;
  const ordered = report.waivers.toSorted((one, other) => Number(failsRun(other)) - Number(failsRun(one)));
  return (
    <section id="waivers" aria-labelledby="waivers-title" data-whole>
      <h2 id="waivers-title">Waivers</h2>
      <p>{total}. What is waived differs all the same; it was excused, not mended.</p>
      <ul class="list">
        {ordered.map((waiver) => (
          <WaiverEntry key={waiver.place} report={report} waiver={waiver} />
        ))}
      </ul>
    </section>
  );
}

function WaiverEntry({
  report,
  waiver,
}: {
  readonly report: Report;
  readonly waiver: ReportedWaiver;
}): VNode {
  const { standing, operation, finding, place, problem } = waiver;
  return (
    <li>
      <span class="tags">
        <span class={`pill ${failsRun(waiver) ? 'outcome-failed' : 'outcome-waived'}`}>
          {STANDING_WORDS[standing]}
        </span>
      </span>
      <span>
        {operation} <FindingName report={report} operation={operation} fingerprint={finding} />{' '}
        {waiverSentence(waiver)} <code class="quiet">{place}</code>
        {problem === null ? null : <div class="outcome-failed">{problem}</div>}
      </span>
    </li>
  );
}
