import type { VNode } from 'preact';
import type { Body, Pair, ReceivedResponse, SentRequest, TransportFailure } from '../../model/exchange.ts';
import { bodyMarks, headerMarks, type Mark, type PointerMark } from './exchange-marks.ts';
import { JsonView } from './json-view.tsx';
import { Notes } from './notes.tsx';

interface RequestProps {
  readonly request: SentRequest;
  readonly marks: readonly Mark[];
}

export function RequestView({ request, marks }: RequestProps): VNode {
  return (
    <div class="message">
      <h4>Request</h4>
      <p class="start-line">
        <code>{`${request.method} ${request.path}${queryText(request.query)}`}</code>
      </p>
      <HeaderList headers={request.headers} of="request" marks={marks} />
      {request.body === undefined ? (
        <p class="quiet">no body</p>
      ) : (
        <BodyView body={request.body} marks={bodyMarks(marks, 'request')} />
      )}
    </div>
  );
}

interface ResponseProps {
  readonly response: ReceivedResponse;
  readonly marks: readonly Mark[];
}

export function ResponseView({ response, marks }: ResponseProps): VNode {
  const status = marks.filter(({ part }) => part.kind === 'status');
  return (
    <div class="message">
      <h4>Response</h4>
      <p class="start-line">
        {status.length > 0 ? <mark>{response.status}</mark> : <code>{response.status}</code>}
        <Notes marks={status} />
      </p>
      <HeaderList headers={response.headers} of="response" marks={marks} />
      <BodyView body={response.body} marks={bodyMarks(marks, 'response')} />
    </div>
  );
}

interface FailureProps {
  readonly failure: TransportFailure;
  readonly marks: readonly Mark[];
}

export function FailureView({ failure, marks }: FailureProps): VNode {
  return (
    <div class="message">
      <h4>No answer</h4>
      <p>
        <code>{failure.code}</code> in the phase {failure.phase}: {failure.message}
        <Notes marks={marks.filter(({ part }) => part.kind === 'status')} />
      </p>
    </div>
  );
}

interface HeaderListProps {
  readonly headers: readonly Pair[];
  readonly of: 'request' | 'response';
  readonly marks: readonly Mark[];
}

function HeaderList({ headers, of, marks }: HeaderListProps): VNode | null {
  if (headers.length === 0) return null;
  return (
    <ul class="headers">
      {headers.map(([name, value], index) => (
        <li key={`${index} ${name}`}>
          <code>
            <span class="key">{name}: </span>
            {value}
          </code>
          <Notes marks={headerMarks(marks, of, name)} />
        </li>
      ))}
    </ul>
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

function queryText(query: readonly Pair[]): string {
  const parts = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
