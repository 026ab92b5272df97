import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReportedExchange } from '../../model/report.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { exchangeAnchor } from './anchors.ts';
import { type Mark, marksOf } from './exchange-marks.ts';
import { itemOf } from './facets.ts';
import { LeftOut } from './left-out.tsx';
import { FailureView, RequestView, ResponseView } from './message-view.tsx';
import { NotificationsView } from './notifications-view.tsx';
import { KeptOnPage } from './page-budget.ts';

interface Props {
  readonly exchange: ReportedExchange;
  readonly groups: readonly FindingGroup[];
}

const ORIGINS = {
  contract: 'a contract',
  variant: 'a variant that the spec allows',
  probe: 'a probe of the spec',
  observed: 'what was observed',
} as const satisfies Record<ReportedExchange['origin'], string>;

/** What was sent, what came back and what followed, with each finding where it points to. */
export function ExchangeView({ exchange, groups }: Props): VNode {
  const marks = marksOf(exchange, groups);
  const isKept = useContext(KeptOnPage).has(exchange);
  return (
    <details class="exchange" {...itemOf('exchange')}>
      <summary>
        {exchange.title} <span class="quiet">{summaryNote(exchange)}</span>
        {marks.length > 0 ? <span class="pill outcome-failed">findings inside</span> : null}
      </summary>
      {/* Inside, not on the element itself: a link then opens it, without a script. */}
      <p id={exchangeAnchor(exchange.id)} class="quiet">
        <code>{exchange.id}</code>, from {ORIGINS[exchange.origin]}
        {exchange.reading === null ? null : `, follows the reading “${exchange.reading}”`}
      </p>
      {isKept ? <Messages exchange={exchange} marks={marks} /> : <LeftOut what="Request and answer" />}
    </details>
  );
}

function Messages(props: { readonly exchange: ReportedExchange; readonly marks: readonly Mark[] }): VNode {
  return (
    <>
      <RequestView request={props.exchange.request} marks={props.marks} />
      <ResultView {...props} />
      <NotificationsView {...props} />
    </>
  );
}

function ResultView(props: { readonly exchange: ReportedExchange; readonly marks: readonly Mark[] }): VNode {
  const { result } = props.exchange;
  switch (result.kind) {
    case 'response':
      return <ResponseView response={result.response} marks={props.marks} />;
    case 'failure':
      return <FailureView failure={result.failure} marks={props.marks} />;
    default:
      return result satisfies never;
  }
}

function summaryNote({ intent, result, timing }: ReportedExchange): string {
  const what = result.kind === 'response' ? `status ${result.response.status}` : result.failure.code;
  return `intent: ${intent}; ${what} after ${Math.round(timing.responseMs)} ms`;
}
