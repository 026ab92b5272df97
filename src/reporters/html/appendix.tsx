import type { VNode } from 'preact';
import { OUTCOMES } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { LEVELS } from '../../model/source.ts';
import {
  blameLabels,
  claimLabels,
  defectLabels,
  levelLabels,
  outcomeLabels,
  standingLabels,
  VERDICTS,
  verdictLabels,
} from '../labels.ts';
import { documentAnchor } from './anchors.ts';
import { Fact } from './fact.tsx';

/** What the run rests on, and what the words mean. */
export function Appendix({ report }: { readonly report: Report }): VNode {
  return (
    <>
      <Stale stale={report.stale} />
      <Documents report={report} />
      <Words />
    </>
  );
}

function Stale({ stale }: { readonly stale: readonly string[] }): VNode | null {
  if (stale.length === 0) return null;
  return (
    <section id="stale" data-whole aria-labelledby="stale-title">
      <h2 id="stale-title">Stale citations</h2>
      <p>The cited lines changed since the specs were written; what rests on them needs reading again.</p>
      <ul class="fields">
        {stale.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ report }: { readonly report: Report }): VNode {
  return (
    <section id="documents" data-whole aria-labelledby="documents-title">
      <h2 id="documents-title">Documents</h2>
      <table class="documents">
        <caption class="unseen">The vendor documents the specs rest on</caption>
        <thead>
          <tr>
            {['Id', 'Title', 'Vendor', 'Version', 'Retrieved', 'Lines', 'SHA-256'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.documents.map((document) => (
            <tr key={document.id} id={documentAnchor(document.id)}>
              <th scope="row">{document.id}</th>
              <td data-label="Title">
                <div>
                  {document.title}
                  {document.published === null ? null : <div class="quiet">{document.published}</div>}
                </div>
              </td>
              <td data-label="Vendor">{document.vendor}</td>
              <td data-label="Version">{document.version ?? 'none named'}</td>
              <td data-label="Retrieved">{document.retrieved}</td>
              <td data-label="Lines">{document.lines}</td>
              <td data-label="SHA-256">
                <code>{document.sha256.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Words(): VNode {
  const groups = [
    ['Verdict', VERDICTS.map((name) => verdictLabels[name])],
    ['Relied on', Object.values(standingLabels)],
    ['Level', LEVELS.map((name) => levelLabels[name])],
    ['Blame', Object.values(blameLabels)],
    ['Outcome', OUTCOMES.map((name) => outcomeLabels[name])],
    ['Claim', Object.values(claimLabels)],
    ['Defect of a document', Object.values(defectLabels)],
  ] as const;
  return (
    <section id="words" data-whole aria-labelledby="words-title">
      <h2 id="words-title">Words</h2>
      <details class="fold">
        <summary>How to read this report</summary>
        {groups.map(([title, labels]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl class="facts">
              {labels.map(({ word, meaning }) => (
                <Fact key={word} term={word}>
                  {meaning}
                </Fact>
              ))}
            </dl>
          </section>
        ))}
      </details>
    </section>
  );
}
