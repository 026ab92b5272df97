import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { anchorIfHeld } from './known-findings.ts';

interface Props {
  readonly report: Report;
  readonly operation: string;
  readonly fingerprint: string;
}

/** A fingerprint, as a link where there is something to see. */
export function FindingName({ report, operation, fingerprint }: Props): VNode {
  const anchor = anchorIfHeld(report, operation, fingerprint);
  return anchor === undefined ? (
    <code class="quiet">{fingerprint}</code>
  ) : (
    <a href={`#${anchor}`}>
      <code>{fingerprint}</code>
    </a>
  );
}
