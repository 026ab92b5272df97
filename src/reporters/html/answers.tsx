import type { VNode } from 'preact';
import type { ConsumerImpact, Report } from '../../model/report.ts';
import { consumerSentence } from '../answer-sentences.ts';
import { type BreakageGroup, groupBreakages } from '../breakage-groups.ts';
import { standingLabels } from '../labels.ts';
import { fingerprintAnchor } from './anchors.ts';
import { Fact } from './fact.tsx';
import { StandingPill, VerdictPill } from './pills.tsx';

const SHOWN = 6;

interface Props extends Pick<Report, 'documented' | 'reliedOn'> {
  /** What stands above them and is not said again. */
  readonly said?: string;
}

/** The two questions of the product, each with its answer, and what becomes of each consumer. */
export function Answers({ documented, reliedOn, said }: Props): VNode {
  const unsaid = (because: string) => (because === said ? '' : because);
  return (
    <dl class="facts answers">
      <Fact term="Document">
        <VerdictPill verdict={documented.verdict} /> {unsaid(documented.because)}
      </Fact>
      <Fact term="Relied on">
        <StandingPill standing={reliedOn.standing} /> {unsaid(reliedOn.because)}
        <Others reliedOn={reliedOn} />
      </Fact>
      {reliedOn.consumers
        .filter(({ standing }) => standing === 'broken')
        .map((each) => (
          <Fact key={each.consumer} term={each.consumer}>
            <Impact impact={each} />
          </Fact>
        ))}
    </dl>
  );
}

/** Whom nothing breaks needs no line of its own. */
function Others({ reliedOn }: Pick<Props, 'reliedOn'>): VNode | null {
  const said = (['unproven', 'kept'] as const).flatMap((standing) => {
    const alike = reliedOn.consumers.filter((one) => one.standing === standing);
    const word = standing === reliedOn.standing ? '' : `${standingLabels[standing].word} `;
    return alike.length === 0 ? [] : [`${word}for ${alike.map(({ consumer }) => consumer).join(', ')}`];
  });
  return said.length === 0 ? null : <span class="quiet"> {said.join('; ')}</span>;
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
