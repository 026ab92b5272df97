import type { VNode } from 'preact';
import type { Report, ReportedReading } from '../../model/report.ts';
import { Fact } from './fact.tsx';
import { SourceCitation } from './source-citation.tsx';

interface Props {
  readonly report: Report;
  readonly readings: readonly ReportedReading[];
}

/** What the documents contradict themselves about, and which way this target goes. */
export function ReadingList({ report, readings }: Props): VNode {
  return (
    <>
      {readings.map((reading) => (
        <section key={reading.ambiguity} class="reading">
          <h4>
            {reading.title} <code class="quiet">{reading.ambiguity}</code>
          </h4>
          <ul>
            {reading.conflict.map(({ source, says }) => (
              <li key={says}>
                {says} <SourceCitation report={report} source={source} />
              </li>
            ))}
          </ul>
          <dl class="facts">
            <Fact term="Assumed">{reading.assumed}</Fact>
            <Fact term="This target">{reading.follows ?? 'nothing observed tells which it follows'}</Fact>
            <Fact term="Evidence">{reading.evidence}</Fact>
          </dl>
        </section>
      ))}
    </>
  );
}
