import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { WeighedClaim } from '../../model/claim.ts';
import type { OperationReport, Report } from '../../model/report.ts';
import { orderClaims } from '../claim-tally.ts';
import { claimLabels, levelLabels } from '../labels.ts';
import { plural } from '../tally.ts';
import { fingerprintAnchor } from './anchors.ts';
import { itemOf } from './facets.ts';
import { LeftOut } from './left-out.tsx';
import { KeptOnPage } from './page-budget.ts';
import { SourceCitation } from './source-citation.tsx';

interface Props {
  readonly report: Report;
  readonly operation: OperationReport;
}

/** One row a claim, so that the counts can be checked by hand; what speaks against a claim is linked. */
export function ClaimsTable({ report, operation }: Props): VNode {
  const kept = useContext(KeptOnPage);
  const claims = orderClaims(operation.claims.list).filter((each) => kept.has(each));
  const hidden = operation.claims.list.length - claims.length;
  return (
    <>
      {hidden === 0 ? null : <LeftOut what={plural(hidden, 'claim')} />}
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
          {claims.map((claim) => (
            <tr key={claim.id} {...itemOf('claim', { level: claim.level })}>
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
    </>
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
