import type { VNode } from 'preact';
import type { WeighedClaim } from '../../model/claim.ts';
import type { OperationReport, Report } from '../../model/report.ts';
import { orderClaims } from '../claim-tally.ts';
import { claimLabels, levelLabels } from '../labels.ts';
import { fingerprintAnchor } from './anchors.ts';
import { SourceCitation } from './source-citation.tsx';

interface Props {
  readonly report: Report;
  readonly operation: OperationReport;
}

/** One row a claim, so that the counts can be checked by hand; what speaks against a claim is linked. */
export function ClaimsTable({ report, operation }: Props): VNode {
  return (
    <table class="claims">
      <caption class="unseen">Claims of {operation.operation}</caption>
      <thead>
        <tr>
          {['Claim', 'Level', 'Status', 'Source'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orderClaims(operation.claims.list).map((claim) => (
          <tr key={claim.id}>
            <th scope="row">{claim.says}</th>
            <td data-label="Level">{levelLabels[claim.level].word}</td>
            <td data-label="Status">
              <div>
                <span class={`claim-${claim.status}`}>{claimLabels[claim.status].word}</span>
                <Standing claim={claim} />
              </div>
            </td>
            <td data-label="Source">
              <SourceCitation report={report} source={claim.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ claim }: { readonly claim: WeighedClaim }): VNode | null {
  switch (claim.status) {
    case 'confirmed':
      return null;
    case 'contradicted':
      return (
        <div>
          <a href={`#${fingerprintAnchor(claim.operation, claim.finding)}`}>{claim.finding}</a>
        </div>
      );
    case 'not-observed':
    case 'untestable':
      return <div class="quiet">{claim.reason}</div>;
  }
}
