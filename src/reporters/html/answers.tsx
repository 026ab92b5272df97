import type { VNode } from 'preact';
import type { ConsumerImpact, Report } from '../../model/report.ts';
import { consumerSentence } from '../answer-sentences.ts';
import { type BreakageGroup, groupBreakages } from '../breakage-groups.ts';
import { fingerprintAnchor } from './anchors.ts';
import { Fact } from './fact.tsx';
import { StandingPill, VerdictPill } from './pills.tsx';

const SHOWN = 6;

/** The two questions of the product, each with its answer, and what becomes of each consumer. */
export function Answers({ documented, reliedOn }: Pick<Report, 'documented' | 'reliedOn'>): VNode {
  return (
    <dl class="facts answers">
      <Fact term="Document">
        <VerdictPill verdict={documented.verdict} /> {documented.because}
      </Fact>
      <Fact term="Relied on">
        <StandingPill standing={reliedOn.standing} /> {reliedOn.because}
      </Fact>
      {reliedOn.consumers.map((each) => (
        <Fact key={each.consumer} term={each.consumer}>
          <Impact impact={each} />
        </Fact>
      ))}
    </dl>
  );
}

function Impact({ impact }: { readonly impact: ConsumerImpact }): VNode {
  const groups = groupBreakages(impact);
  const hidden = groups.length - SHOWN;
  return (
    <>
      {consumerSentence(impact)}
      {groups.slice(0, SHOWN).map((group) => (
        <Breaking key={`${group.operation} ${group.pointer}`} group={group} />
      ))}
      {hidden > 0 ? <div class="quiet">and {hidden} more places</div> : null}
    </>
  );
}

function Breaking({ group }: { readonly group: BreakageGroup }): VNode {
  const { operation, pointer, why, fingerprints } = group;
  return (
    <div>
      <a href={`#${fingerprintAnchor(operation, fingerprints[0])}`}>
        {operation} <code>{pointer}</code>
      </a>
      {why.length === 0 ? null : <span class="quiet"> {why.join('; ')}</span>}
    </div>
  );
}
