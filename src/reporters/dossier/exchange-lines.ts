import type { Body, Pair, ReceivedResponse, SentRequest } from '../../model/exchange.ts';
import type { ReportedExchange } from '../../model/report.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { placeMarks, visibleRanges, WHOLE_BODY } from '../html/body-lines.ts';
import {
  bodyMarks,
  headerMarks,
  type Mark,
  marksOf,
  notificationMarks,
  type PointerMark,
} from '../html/exchange-marks.ts';
import { inertLine, inertText } from '../inert-text.ts';
import { jsonLines } from '../json-lines.ts';
import { shorten } from '../shorten.ts';
import { plural } from '../tally.ts';
import { requestAddress } from './request-address.ts';

/** More of a body than this is for the page and the evidence; the marked places are shown in any case. */
const FIRST_LINES = 40;
const LINE_LIMIT = 400;
const EXPECTED_LIMIT = 80;

export interface ExchangePart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What was sent, what came back and what followed, as kept in the evidence, with the finding on its line. */
export function exchangeParts(exchange: ReportedExchange, group: FindingGroup): readonly ExchangePart[] {
  const marks = marksOf(exchange, [group]);
  return [
    { title: 'Request', lines: requestLines(exchange.request, marks) },
    answerPart(exchange, marks),
    ...exchange.notifications.map(({ channel, data, afterMs }, index) => ({
      title: `Notification ${index + 1} on ${inertLine(channel)}, ${timeLabel(afterMs)}`,
      lines: textLines(JSON.stringify(data), notificationMarks(exchange, marks, index)),
    })),
    ...silence(exchange, marks),
  ];
}

/** What did not come has no line of its own. */
function silence({ notifications }: ReportedExchange, marks: readonly Mark[]): readonly ExchangePart[] {
  const absent = marks.filter(({ part }) => part.kind === 'notification' && part.pointer === '');
  if (absent.length === 0) return [];
  return [{ title: 'Notifications', lines: [`${notifications.length} came${remarks(absent)}`] }];
}

function answerPart({ result }: ReportedExchange, marks: readonly Mark[]): ExchangePart {
  switch (result.kind) {
    case 'response':
      return { title: 'Answer', lines: responseLines(result.response, marks) };
    case 'failure': {
      const { code, phase, message } = result.failure;
      return { title: 'No answer', lines: [inertLine(`${code} in the phase ${phase}: ${message}`)] };
    }
    default:
      return result satisfies never;
  }
}

function requestLines(request: SentRequest, marks: readonly Mark[]): readonly string[] {
  return [
    shownLine(`${request.method} ${requestAddress(request)}`),
    ...headerLines(request.headers, marks, 'request'),
    ...(request.body === undefined ? [] : ['', ...bodyLines(request.body, bodyMarks(marks, 'request'))]),
  ];
}

function responseLines(
  { status, headers, body }: ReceivedResponse,
  marks: readonly Mark[],
): readonly string[] {
  return [
    `${status}${remarks(marks.filter(({ part }) => part.kind === 'status'))}`,
    ...headerLines(headers, marks, 'response'),
    '',
    ...bodyLines(body, bodyMarks(marks, 'response')),
  ];
}

function headerLines(
  headers: readonly Pair[],
  marks: readonly Mark[],
  of: 'request' | 'response',
): readonly string[] {
  return headers.map(
    ([name, value]) => shownLine(`${name}: ${value}`) + remarks(headerMarks(marks, of, name)),
  );
}

function bodyLines(body: Body, marks: readonly PointerMark[]): readonly string[] {
  if ('text' in body) return textLines(body.text, marks);
  return ['(bytes that are no UTF-8, in base64)', shownLine(body.base64) + remarks(marks)];
}

function textLines(text: string, marks: readonly PointerMark[]): readonly string[] {
  if (text === '') return [`(no body)${remarks(marks)}`];
  const lines = jsonLines(text);
  if (lines === undefined) {
    const all = inertText(text).split('\n').map(shownLine);
    return cut(all.map((line, index) => (index === 0 ? line + remarks(marks) : line)));
  }
  const marked = placeMarks(lines, marks);
  const shown = lines.map(({ depth, key, text: value }, index) => {
    const line = shownLine(`${key === '' ? '' : `${key}: `}${value}`);
    return '  '.repeat(depth) + line + remarks(marked.get(index) ?? []);
  });
  return visibleRanges(shown.length, marked, { ...WHOLE_BODY, firstLines: FIRST_LINES }).flatMap(
    ({ from, to, skipped }) => [...omitted(skipped), ...shown.slice(from, to)],
  );
}

function cut(lines: readonly string[]): readonly string[] {
  return [...lines.slice(0, FIRST_LINES), ...omitted(lines.length - FIRST_LINES)];
}

function omitted(count: number): readonly string[] {
  return count > 0 ? [`… ${plural(count, 'line')} not shown`] : [];
}

function remarks(marks: readonly { readonly group: FindingGroup }[]): string {
  const expected = new Set(marks.map(({ group }) => group.finding.expected));
  return [...expected].map((each) => `    ← expected ${shorten(inertLine(each), EXPECTED_LIMIT)}`).join('');
}

/** Blanks inside a value are kept: they may be what differs. */
function shownLine(text: string): string {
  return shorten(inertText(text).replaceAll('\n', ' '), LINE_LIMIT);
}

function timeLabel(afterMs: number): string {
  const rounded = Math.round(Math.abs(afterMs));
  return afterMs < 0 ? `${rounded} ms before the request` : `after ${rounded} ms`;
}
