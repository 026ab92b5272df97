import type { VNode } from 'preact';
import type { Body } from '../../model/exchange.ts';
import type { ReportedExchange } from '../../model/report.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { shorten } from '../shorten.ts';
import { plural } from '../tally.ts';
import { bodyMarks, type Mark, marksOf, notificationMarks } from './exchange-marks.ts';
import { JsonView } from './json-view.tsx';

const VALUE_LIMIT = 400;

interface Props {
  readonly exchange: ReportedExchange;
  readonly groups: readonly FindingGroup[];
}

interface PartProps {
  readonly exchange: ReportedExchange;
  readonly marks: readonly Mark[];
}

/** The few lines of an exchange that differ, each part once. */
export function ObservedExcerpt({ exchange, groups }: Props): VNode {
  const marks = marksOf(exchange, groups);
  const has = (kind: Mark['part']['kind']) => marks.some(({ part }) => part.kind === kind);
  return (
    <>
      {has('status') ? <StatusLine exchange={exchange} /> : null}
      {has('header') ? <HeaderLines exchange={exchange} marks={marks} /> : null}
      {has('body') ? <Bodies exchange={exchange} marks={marks} /> : null}
      {has('notification') ? <Notifications exchange={exchange} marks={marks} /> : null}
    </>
  );
}

function StatusLine({ exchange: { result } }: Pick<PartProps, 'exchange'>): VNode {
  return (
    <pre class="code">
      <mark>{result.kind === 'response' ? `HTTP ${result.response.status}` : result.failure.code}</mark>
    </pre>
  );
}

function HeaderLines({ exchange, marks }: PartProps): VNode {
  const pairs = exchange.result.kind === 'response' ? exchange.result.response.headers : [];
  const all = { request: exchange.request.headers, response: pairs };
  return (
    <pre class="code">
      {marks.flatMap(({ part }) => {
        if (part.kind !== 'header') return [];
        const values = all[part.of].filter(([name]) => name.toLowerCase() === part.name);
        return [
          <mark key={part.name}>
            {part.name}:{' '}
            {values.length === 0
              ? 'not there'
              : values.map(([, value]) => shorten(value, VALUE_LIMIT)).join(', ')}
          </mark>,
          '\n',
        ];
      })}
    </pre>
  );
}

function Bodies({ exchange: { request, result }, marks }: PartProps): VNode {
  const answer = result.kind === 'response' ? result.response.body : undefined;
  return (
    <>
      <BodyExcerpt body={request.body} of="request" marks={marks} />
      <BodyExcerpt body={answer} of="response" marks={marks} />
    </>
  );
}

function BodyExcerpt(props: {
  readonly body: Body | undefined;
  readonly of: 'request' | 'response';
  readonly marks: readonly Mark[];
}): VNode | null {
  const marked = bodyMarks(props.marks, props.of);
  if (marked.length === 0 || props.body === undefined || !('text' in props.body)) return null;
  return <JsonView text={props.body.text} marks={marked} isExcerpt />;
}

/** One that never came has no line to mark; what came instead tells as much. */
function Notifications({ exchange, marks }: PartProps): VNode {
  const { notifications } = exchange;
  const marked = notifications.flatMap(({ data }, index) => {
    const own = notificationMarks(exchange, marks, index);
    return own.length === 0 ? [] : [{ index, own, text: JSON.stringify(data) }];
  });
  if (marked.length === 0) {
    return (
      <p class="quiet">
        {notifications.length === 0
          ? 'No notification came.'
          : `${plural(notifications.length, 'notification')} came.`}
      </p>
    );
  }
  return (
    <>
      {marked.map(({ index, own, text }) => (
        <JsonView key={index} text={text} marks={own} isExcerpt />
      ))}
    </>
  );
}
