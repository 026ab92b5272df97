import type { VNode } from 'preact';
import type { Body, NotificationWait, Pair, SentRequest } from '../../model/exchange.ts';
import type { ReportedExchange } from '../../model/report.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { exchangeAnchor, findingAnchor } from './anchors.ts';
import {
  bodyMarks,
  headerMarks,
  type Mark,
  marksOf,
  notificationMarks,
  type PointerMark,
} from './exchange-marks.ts';
import { JsonView } from './json-view.tsx';

interface Props {
  readonly exchange: ReportedExchange;
  readonly groups: readonly FindingGroup[];
}

/** What was sent, what came back and what followed, with each finding where it points to. */
export function ExchangeView({ exchange, groups }: Props): VNode {
  const marks = marksOf(exchange, groups);
  return (
    <details id={exchangeAnchor(exchange.id)} class="exchange">
      <summary>
        {exchange.title} <span class="quiet">meant {exchange.intent},</span> <Outcome exchange={exchange} />
        {marks.length > 0 ? <span class="pill outcome-failed">findings inside</span> : null}
      </summary>
      <p class="quiet">
        <code>{exchange.id}</code>, from{' '}
        {exchange.origin === 'contract' ? 'a contract' : 'a probe of the spec'}
        {exchange.reading === null ? null : `, follows the reading “${exchange.reading}”`}
      </p>
      <RequestView request={exchange.request} marks={marks} />
      <ResultView exchange={exchange} marks={marks} />
      <NotificationsView exchange={exchange} marks={marks} />
    </details>
  );
}

function Outcome({ exchange }: { readonly exchange: ReportedExchange }): VNode {
  const { result, timing } = exchange;
  const what = result.kind === 'response' ? `status ${result.response.status}` : result.failure.code;
  return (
    <span class="quiet">
      {what} after {Math.round(timing.responseMs)} ms
    </span>
  );
}

function RequestView({
  request,
  marks,
}: {
  readonly request: SentRequest;
  readonly marks: readonly Mark[];
}): VNode {
  const query = request.query.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return (
    <div class="message">
      <h4>Request</h4>
      <p class="start-line">
        <code>{`${request.method} ${request.path}${query.length > 0 ? `?${query.join('&')}` : ''}`}</code>
      </p>
      <Headers headers={request.headers} of="request" marks={marks} />
      {request.body === undefined ? (
        <p class="quiet">no body</p>
      ) : (
        <BodyView body={request.body} marks={bodyMarks(marks, 'request')} />
      )}
    </div>
  );
}

function ResultView({
  exchange,
  marks,
}: {
  readonly exchange: ReportedExchange;
  readonly marks: readonly Mark[];
}): VNode {
  const status = marks.filter(({ part }) => part.kind === 'status');
  const { result } = exchange;
  if (result.kind === 'failure') {
    const { code, phase, message } = result.failure;
    return (
      <div class="message">
        <h4>No answer</h4>
        <p>
          <code>{code}</code> while in phase {phase}: {message} <MarkNotes marks={status} />
        </p>
      </div>
    );
  }
  return (
    <div class="message">
      <h4>Response</h4>
      <p class="start-line">
        {status.length > 0 ? <mark>{result.response.status}</mark> : <code>{result.response.status}</code>}
        <MarkNotes marks={status} />
      </p>
      <Headers headers={result.response.headers} of="response" marks={marks} />
      <BodyView body={result.response.body} marks={bodyMarks(marks, 'response')} />
    </div>
  );
}

function NotificationsView({
  exchange,
  marks,
}: {
  readonly exchange: ReportedExchange;
  readonly marks: readonly Mark[];
}): VNode | null {
  const { notifications, notificationWait } = exchange;
  if (notifications.length === 0 && notificationWait.kind === 'not-awaited') return null;
  return (
    <div class="message">
      <h4>Notifications</h4>
      <ol class="notifications">
        {notifications.map((notification, index) => (
          <li key={`${index} ${notification.afterMs}`}>
            <p class="start-line">
              <code>{notification.channel}</code> <span class="quiet">{timeLabel(notification.afterMs)}</span>
            </p>
            <JsonView
              text={JSON.stringify(notification.data)}
              marks={notificationMarks(exchange, marks, index)}
            />
          </li>
        ))}
      </ol>
      <p class="quiet">{waitLabel(notificationWait)}</p>
    </div>
  );
}

function Headers(props: {
  readonly headers: readonly Pair[];
  readonly of: 'request' | 'response';
  readonly marks: readonly Mark[];
}): VNode | null {
  if (props.headers.length === 0) return null;
  return (
    <ul class="headers">
      {props.headers.map(([name, value], index) => (
        <li key={`${index} ${name}`}>
          <code>
            <span class="key">{name}: </span>
            {value}
          </code>
          <MarkNotes marks={headerMarks(props.marks, props.of, name)} />
        </li>
      ))}
    </ul>
  );
}

function MarkNotes({ marks }: { readonly marks: readonly Mark[] }): VNode {
  return (
    <>
      {marks.map(({ group }) => (
        <Note key={findingAnchor(group)} group={group} />
      ))}
    </>
  );
}

function BodyView(props: { readonly body: Body; readonly marks: readonly PointerMark[] }): VNode {
  if ('text' in props.body) return <JsonView text={props.body.text} marks={props.marks} />;
  return (
    <>
      <p class="quiet">bytes that are no UTF-8, in base64</p>
      <JsonView text={props.body.base64} marks={props.marks} />
    </>
  );
}

function timeLabel(afterMs: number): string {
  const rounded = Math.round(Math.abs(afterMs));
  return afterMs < 0 ? `${rounded} ms before the request was sent` : `after ${rounded} ms`;
}

function waitLabel(wait: NotificationWait): string {
  switch (wait.kind) {
    case 'not-awaited':
      return 'none were awaited';
    case 'complete':
      return `all that were expected had come after ${Math.round(wait.afterMs)} ms`;
    case 'deadline':
      return `not all that were expected came within ${wait.deadlineMs} ms`;
    case 'failed':
      return `could not be listened to: ${wait.failure.code}, ${wait.failure.message}`;
    default:
      return wait satisfies never;
  }
}
