import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import { distinctActuals, exchangesOf, type FindingGroup, sourcesOf } from '../finding-groups.ts';
import { occurrenceLabel } from '../finding-sentence.ts';
import { shorten } from '../shorten.ts';
import { sourceLabel } from '../source-label.ts';
import { exchangeAnchor, findingAnchor } from './anchors.ts';
import { DossierFold } from './dossier-fold.tsx';
import { Fact } from './fact.tsx';
import { BlamePill, LevelPill } from './pills.tsx';
import { QuotedSource, SourceCitation } from './source-citation.tsx';

const VALUE_LIMIT = 2000;
const SHOWN_ACTUALS = 5;

interface Props {
  readonly report: Report;
  readonly group: FindingGroup;
  /** Ids under which its other members can be linked to. */
  readonly members: readonly string[];
}

/** One difference, from what to what next. */
export function FindingCard({ report, group, members }: Props): VNode {
  const { finding, title } = group;
  return (
    <section id={findingAnchor(group)} class={`finding level-${finding.level}`}>
      <h4>
        {members.map((id) => (
          <span key={id} id={id} />
        ))}
        <a href={`#${findingAnchor(group)}`}>{title}</a>
      </h4>
      <p class="tags">
        <LevelPill level={finding.level} />
        <BlamePill blame={finding.blame} />
        <code>{finding.check}</code>
        <code class="quiet">{finding.fingerprint}</code>
      </p>
      <Comparison group={group} />
      <dl class="facts">
        <Fact term="Where">
          <Places group={group} />
        </Fact>
        <Fact term="Source">
          <Sources report={report} group={group} />
        </Fact>
        {finding.specPointer === null ? null : (
          <Fact term="Spec">
            <code>{finding.specPointer}</code>
          </Fact>
        )}
        {finding.reliedOnBy.length === 0 ? null : (
          <Fact term="Relied on by">
            {finding.reliedOnBy.map((each) => (
              <div key={each}>{each}</div>
            ))}
          </Fact>
        )}
        <Fact term="Next">
          <strong>{finding.next}</strong>
        </Fact>
      </dl>
      <DossierFold group={group} />
    </section>
  );
}

function Comparison({ group }: { readonly group: FindingGroup }): VNode {
  const actuals = distinctActuals(group);
  const hidden = actuals.length - SHOWN_ACTUALS;
  return (
    <div class="comparison">
      <div>
        <h5>Expected</h5>
        <p class="value">{shorten(group.finding.expected, VALUE_LIMIT)}</p>
      </div>
      <div>
        <h5>Actual</h5>
        {actuals.slice(0, SHOWN_ACTUALS).map((actual) => (
          <p key={actual} class="value">
            {shorten(actual, VALUE_LIMIT)}
          </p>
        ))}
        {hidden > 0 ? <p class="quiet">and {hidden} more</p> : null}
      </div>
    </div>
  );
}

function Sources({ report, group }: Pick<Props, 'report' | 'group'>): VNode {
  return (
    <>
      {sourcesOf(group).map((source) => (
        <div key={sourceLabel(source)}>
          <SourceCitation report={report} source={source} />
          <QuotedSource report={report} source={source} />
        </div>
      ))}
    </>
  );
}

function Places({ group }: { readonly group: FindingGroup }): VNode {
  const seen = occurrenceLabel(group);
  return (
    <>
      <code>{group.pointer}</code>
      {seen === '' ? null : <span class="quiet"> {seen}</span>}
      {exchangesOf(group).map((exchange) => (
        <div key={exchange}>
          <a href={`#${exchangeAnchor(exchange)}`}>{exchange}</a>
        </div>
      ))}
    </>
  );
}
