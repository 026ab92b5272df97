import type { VNode } from 'preact';
import type { OperationReport, Report } from '../../model/report.ts';
import { standingLabels } from '../labels.ts';
import { OperationLink } from './operation-link.tsx';
import { StandingPill } from './pills.tsx';

/** What becomes of each of several consumers, operation by operation; of a single one the verdict matrix tells all. */
export function ConsumerMatrix({ report }: { readonly report: Report }): VNode | null {
  const consumers = report.reliedOn.consumers.map(({ consumer }) => consumer);
  if (consumers.length < 2) return null;
  return (
    <section id="consumers" aria-labelledby="consumers-title">
      <h2 id="consumers-title">Who relies on what</h2>
      <table class="slim">
        <caption class="unseen">What becomes of each consumer, by operation</caption>
        <thead>
          <tr>
            {['Operation', ...consumers].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.operations.map((operation) => (
            <ConsumerRow key={operation.operation} operation={operation} consumers={consumers} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ConsumerRow(props: {
  readonly operation: OperationReport;
  readonly consumers: readonly string[];
}): VNode {
  const { operation, reliedOn } = props.operation;
  return (
    <tr data-row={operation}>
      <th scope="row">
        <OperationLink operation={operation} />
      </th>
      {props.consumers.map((consumer) => {
        const impact = reliedOn.consumers.find((one) => one.consumer === consumer);
        return (
          <td key={consumer} data-label={consumer} class={impact === undefined ? 'none quiet' : ''}>
            {impact === undefined ? standingLabels.none.word : <StandingPill standing={impact.standing} />}
          </td>
        );
      })}
    </tr>
  );
}
